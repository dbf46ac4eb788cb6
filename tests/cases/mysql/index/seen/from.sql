CREATE TABLE t (a int, b int, KEY k1 (a), KEY k2 (b) INVISIBLE);
