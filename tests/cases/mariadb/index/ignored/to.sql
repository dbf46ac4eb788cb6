CREATE TABLE t (a int, b int, KEY k1 (a) IGNORED, KEY k2 (b));
