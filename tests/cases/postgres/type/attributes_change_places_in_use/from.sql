CREATE TYPE addr AS (a text, b text);
CREATE TABLE t (x addr);
