CREATE TABLE t (d int, a int, c int, b int);
