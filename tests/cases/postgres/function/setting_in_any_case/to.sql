CREATE TABLE t (id integer);
CREATE FUNCTION f() RETURNS timestamptz LANGUAGE sql SET TimeZone TO 'UTC' SET datestyle TO 'ISO' AS 'SELECT now()';
