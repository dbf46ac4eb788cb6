-- from from.sql to to.sql, for postgres 15
-- 2 steps: 2 safe

BEGIN;

-- 1. alter enum public.e: safe
--    note: readers may find 'b' in public.e
ALTER TYPE public.e ADD VALUE 'b' AFTER 'a';

COMMIT;

BEGIN;

-- 2. alter default public.t.x: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN x SET DEFAULT '{a,b}';

COMMIT;
