-- the server forgets what is in the parentheses
CREATE FUNCTION code(name varchar(20), price numeric DEFAULT 0) RETURNS char(8) LANGUAGE sql AS $$ SELECT left(name, 3) $$;
COMMENT ON FUNCTION code(varchar(99), numeric(1)) IS 'the first letters';
CREATE FUNCTION tag(text) RETURNS varchar LANGUAGE sql IMMUTABLE AS $$ SELECT $1 || '!' $$;
CREATE FUNCTION tag(bit(3)) RETURNS varchar(7) LANGUAGE sql IMMUTABLE AS $$ SELECT 'x' $$;
CREATE CAST (bit AS varchar) WITH FUNCTION tag(bit(5));
