CREATE TABLE t (id int PRIMARY KEY, a int, b int, c int, KEY ab (a, b));
