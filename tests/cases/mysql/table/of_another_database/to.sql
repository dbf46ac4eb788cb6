USE store;
CREATE TABLE t (id int, n int);
