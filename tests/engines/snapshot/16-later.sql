-- What came with 16.
CREATE TABLE p (a int, b int GENERATED ALWAYS AS (a + 1) STORED);
CREATE TABLE c (a int, b int GENERATED ALWAYS AS (a + 2) STORED) INHERITS (p);
CREATE TABLE c2 (b int GENERATED ALWAYS AS (a + 1) STORED) INHERITS (p);
CREATE TABLE st (a text STORAGE external, b text STORAGE DEFAULT);
CREATE VIEW v AS SELECT a FROM st;
CREATE SUBSCRIPTION s CONNECTION 'host=h' PUBLICATION x WITH (connect = false, slot_name = NONE, enabled = false, streaming = parallel, password_required = false, run_as_owner, origin = none);
CREATE VIEW js AS SELECT JSON_ARRAY(1, 2) AS a, JSON_OBJECT('a': 1) AS o, '{}' IS JSON AS j;
