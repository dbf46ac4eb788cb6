-- from to.sql to from.sql, for postgres 15
-- 4 steps: 2 breaking, 2 safe

BEGIN;

-- 1. drop cast "(""bit"" AS character varying)": breaking
--    breaks readers and writers: cast "(""bit"" AS character varying)" is gone
DROP CAST ("bit" AS character varying);

-- 2. drop function public.tag("bit"): breaking
--    breaks readers and writers: function public.tag("bit") is gone
DROP FUNCTION public.tag("bit");

-- 3. alter function public.code(character varying, numeric): safe
COMMENT ON FUNCTION public.code(character varying, numeric) IS NULL;

-- 4. replace function public.tag(text): safe
--    note: the body of public.tag(text) is another: what it does cannot be told from here
CREATE OR REPLACE FUNCTION public.tag(text)
RETURNS character varying
LANGUAGE sql IMMUTABLE
AS $$ SELECT $1 $$;

COMMIT;
