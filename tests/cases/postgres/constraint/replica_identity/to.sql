CREATE TABLE t (a integer NOT NULL, b text);
CREATE TABLE u (a integer NOT NULL, b text);
CREATE PUBLICATION feed FOR TABLE t;
