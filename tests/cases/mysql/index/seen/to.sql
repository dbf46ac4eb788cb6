CREATE TABLE t (a int, b int, KEY k1 (a) INVISIBLE, KEY k2 (b), KEY f ((a + b)));
