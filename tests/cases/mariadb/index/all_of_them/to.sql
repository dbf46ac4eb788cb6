CREATE TABLE t (a int, b varchar(100), c text, KEY k1 (a DESC), UNIQUE KEY k4 (b, a), FULLTEXT KEY words (c), KEY keep (a, b), KEY pre (b(10)));
