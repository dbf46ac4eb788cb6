-- from from.sql to to.sql, for postgres 15
-- 14 steps: 14 safe

BEGIN;

-- 1. drop view public.v: safe
--    locks public.v (ACCESS EXCLUSIVE)
DROP VIEW public.v;

COMMIT;

-- 2. drop index public.i: safe
--    locks public.t (SHARE UPDATE EXCLUSIVE)
--    locks public.i (SHARE UPDATE EXCLUSIVE)
DROP INDEX CONCURRENTLY public.i;

BEGIN;

-- 3. drop check public.t.t_x_check: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t DROP CONSTRAINT t_x_check;

-- 4. rename composite type public.c: safe
ALTER TYPE public.c RENAME TO c__old;

-- 5. create composite type public.c: safe
CREATE TYPE public.c AS (
  a bigint,
  b text,
  d integer
);

-- 6. alter composite type public.c: safe
COMMENT ON TYPE public.c IS 'x';

-- 7. alter attribute public.c.a: safe
COMMENT ON COLUMN public.c.a IS 'y';

-- 8. alter column public.t.x: safe
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
ALTER TABLE public.t ALTER COLUMN x TYPE public.c USING x::text::public.c;

-- 9. alter column public.t.y: safe
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
ALTER TABLE public.t ALTER COLUMN y TYPE public.c[] USING y::text::public.c[];

-- 10. create check public.t.t_x_check: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ADD CONSTRAINT t_x_check CHECK ((x).a > 0) NOT VALID;

COMMIT;

BEGIN;

-- 11. create check public.t.t_x_check: safe
--    locks public.t (SHARE UPDATE EXCLUSIVE)
--    reads all of public.t
ALTER TABLE public.t VALIDATE CONSTRAINT t_x_check;

COMMIT;

-- 12. create index public.i: safe
--    locks public.t (SHARE UPDATE EXCLUSIVE)
--    reads all of public.t
--    builds public.i
CREATE INDEX CONCURRENTLY i ON public.t (((x).b));

BEGIN;

-- 13. create view public.v: safe
--    locks public.t (ACCESS SHARE)
CREATE VIEW public.v AS
SELECT (x).a FROM public.t;

-- 14. drop composite type public.c: safe
--    locks public.c (ACCESS EXCLUSIVE)
DROP TYPE public.c__old;

COMMIT;
