-- @renamed from=base
CREATE TABLE ground (id integer);
CREATE TABLE kid (x text) INHERITS (ground);
-- @renamed from=parts
CREATE TABLE pieces (a integer) PARTITION BY LIST (a);
CREATE TABLE parts_1 PARTITION OF pieces FOR VALUES IN (1);
