CREATE TABLE t (a int DEFAULT 1, b varchar(5) DEFAULT 'x', c datetime, d int);
