CREATE FUNCTION code(name varchar(10), price numeric(7,2) DEFAULT 0) RETURNS char(3) LANGUAGE sql AS $$ SELECT left(name, 3) $$;
CREATE FUNCTION tag(text) RETURNS varchar(5) LANGUAGE sql IMMUTABLE AS $$ SELECT $1 $$;
