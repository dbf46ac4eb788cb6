CREATE TABLE t (a INT, CONSTRAINT positive CHECK (a >= 0));
