CREATE TABLE base (id integer);
CREATE TABLE kid (x text) INHERITS (base);
CREATE TABLE parts (a integer) PARTITION BY LIST (a);
CREATE TABLE parts_1 PARTITION OF parts FOR VALUES IN (1);
