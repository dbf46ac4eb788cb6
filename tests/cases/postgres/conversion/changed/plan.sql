-- from from.sql to to.sql, for postgres 15
-- 3 steps: 3 safe

BEGIN;

-- 1. drop conversion public.c: safe
DROP CONVERSION public.c;

-- 2. create conversion public.c: safe
CREATE DEFAULT CONVERSION public.c FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;

-- 3. alter conversion public.c: safe
COMMENT ON CONVERSION public.c IS 'kept';

COMMIT;
