-- from from.sql to to.sql, for postgres 15
-- 4 steps: 4 safe

BEGIN;

-- 1. alter function public.code(character varying, numeric): safe
COMMENT ON FUNCTION public.code(character varying, numeric) IS 'the first letters';

-- 2. create function public.tag("bit"): safe
CREATE FUNCTION public.tag("bit")
RETURNS character varying
LANGUAGE sql IMMUTABLE
AS $$ SELECT 'x' $$;

-- 3. replace function public.tag(text): safe
--    note: the body of public.tag(text) is another: what it does cannot be told from here
CREATE OR REPLACE FUNCTION public.tag(text)
RETURNS character varying
LANGUAGE sql IMMUTABLE
AS $$ SELECT $1 || '!' $$;

-- 4. create cast "(""bit"" AS character varying)": safe
CREATE CAST ("bit" AS character varying) WITH FUNCTION public.tag("bit");

COMMIT;
