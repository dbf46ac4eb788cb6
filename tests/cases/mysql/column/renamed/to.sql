CREATE TABLE t (id int PRIMARY KEY,
-- @renamed from=a
b varchar(10) NOT NULL, KEY k (b));
