CREATE TABLE t (a int, b int, c int INVISIBLE, j json DEFAULT (json_object()));
