CREATE TABLE t (a int DEFAULT 2, b varchar(5), c datetime DEFAULT CURRENT_TIMESTAMP, d int DEFAULT (1 + 2));
