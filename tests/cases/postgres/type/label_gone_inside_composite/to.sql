CREATE TYPE st AS ENUM ('a', 'b');
CREATE TYPE co AS (s st, n int);
CREATE TABLE t (c co);
