CREATE TABLE t (a INT CHECK (t.a > 1));
