CREATE TYPE st AS ENUM ('a', 'b', 'c');
CREATE TYPE co AS (s st, n int);
CREATE TABLE t (c co);
