CREATE TABLE t (a int, b varchar(100), c text, KEY k1 (a), KEY k2 (b), UNIQUE KEY k3 (a, b), KEY keep (a, b));
