CREATE TABLE t (a int);
CREATE TABLE x1 (a int);
