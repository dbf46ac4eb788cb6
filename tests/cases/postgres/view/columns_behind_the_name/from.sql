CREATE TABLE t (id int, p int);
