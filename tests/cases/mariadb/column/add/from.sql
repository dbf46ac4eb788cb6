CREATE TABLE t (id int PRIMARY KEY, z int);
