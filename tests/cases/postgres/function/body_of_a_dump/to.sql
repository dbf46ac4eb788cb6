-- as pg_dump writes it: bodies are looked into from where they are run
SET check_function_bodies = false;
SELECT pg_catalog.set_config('search_path', '', false);
CREATE TABLE public.item (id int PRIMARY KEY);
CREATE FUNCTION public.add_one(bigint) RETURNS bigint LANGUAGE sql AS $$ SELECT plus($1, 1::bigint) $$;
CREATE FUNCTION public.plus(bigint, bigint) RETURNS bigint LANGUAGE sql AS $$ SELECT $1 + $2 $$;
