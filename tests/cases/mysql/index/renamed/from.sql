CREATE TABLE t (a int, KEY old (a));
