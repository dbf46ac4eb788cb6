CREATE TYPE addr AS (b text, a varchar(10));
CREATE TABLE t (x addr);
