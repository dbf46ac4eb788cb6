CREATE TABLE t (a int CHECK (a > 1), b int CHECK (b <> 5), j json);
