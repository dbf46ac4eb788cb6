-- from to.sql to from.sql, for postgres 15
-- 4 steps: 4 safe

BEGIN;

-- 1. rename composite type public.addr: safe
ALTER TYPE public.addr RENAME TO addr__old;

-- 2. create composite type public.addr: safe
CREATE TYPE public.addr AS (
  street text,
  num integer
);

-- 3. alter column public.p.a: safe
--    note: readers and writers of public.p wait while it is written anew (its size is not known)
--    locks public.p (ACCESS EXCLUSIVE)
--    locks public.p_pkey (ACCESS EXCLUSIVE)
--    rewrites public.p
--    reads all of public.p
--    builds public.p_pkey
ALTER TABLE public.p ALTER COLUMN a TYPE public.addr USING a::text::public.addr;

-- 4. drop composite type public.addr: safe
--    locks public.addr (ACCESS EXCLUSIVE)
DROP TYPE public.addr__old;

COMMIT;
