CREATE TYPE addr AS (street text, city text);
CREATE FUNCTION f(addr) RETURNS text LANGUAGE sql AS 'SELECT ($1).city';
