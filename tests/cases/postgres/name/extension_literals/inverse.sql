-- from to.sql to from.sql, for postgres 15
-- 2 steps: 2 safe

BEGIN;

-- 1. alter default public.t.i: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN i SET DEFAULT '978-0-393-04002-9';

-- 2. alter default public.t.q: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN q SET DEFAULT '(1,2)';

COMMIT;
