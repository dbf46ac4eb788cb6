CREATE TABLE kept (id integer);
CREATE TABLE counted (id integer PRIMARY KEY, place bigint);
CREATE FUNCTION next_place() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) + 1 FROM counted';
ALTER TABLE counted ALTER COLUMN place SET DEFAULT next_place();
