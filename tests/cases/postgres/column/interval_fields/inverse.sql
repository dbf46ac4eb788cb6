-- from to.sql to from.sql, for postgres 15
-- 12 steps: 7 breaking, 5 safe

BEGIN;

-- 1. drop default public.t.b: safe
--    note: rows written without public.t.b get null
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN b DROP DEFAULT;

-- 2. drop default public.t.c: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN c DROP DEFAULT;

-- 3. drop default public.t.d: safe
--    note: rows written without public.t.d get null
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN d DROP DEFAULT;

-- 4. drop column public.t.e: breaking
--    loses the values of public.t.e
--    breaks readers and writers: column public.t.e is gone
--    locks public.t (ACCESS EXCLUSIVE)
--    undo: loses data: the values of public.t.e
ALTER TABLE public.t DROP COLUMN e;

-- 5. drop column public.t.f: breaking
--    loses the values of public.t.f
--    breaks readers and writers: column public.t.f is gone
--    locks public.t (ACCESS EXCLUSIVE)
--    undo: loses data: the values of public.t.f
ALTER TABLE public.t DROP COLUMN f;

-- 6. drop column public.t.g: breaking
--    loses the values of public.t.g
--    breaks readers and writers: column public.t.g is gone
--    locks public.t (ACCESS EXCLUSIVE)
--    undo: loses data: the values of public.t.g
ALTER TABLE public.t DROP COLUMN g;

-- 7. drop column public.t.h: breaking
--    loses the values of public.t.h
--    breaks readers and writers: column public.t.h is gone
--    locks public.t (ACCESS EXCLUSIVE)
--    undo: loses data: the values of public.t.h
ALTER TABLE public.t DROP COLUMN h;

-- 8. drop column public.t.i: breaking
--    loses the values of public.t.i
--    breaks readers and writers: column public.t.i is gone
--    locks public.t (ACCESS EXCLUSIVE)
--    undo: loses data: the values of public.t.i
ALTER TABLE public.t DROP COLUMN i;

-- 9. alter column public.t.b: safe
--    locks public.t (ACCESS EXCLUSIVE)
--    undo: conditional: fractions of a second beyond 2 digits in public.t.b, written meanwhile, are lost
--    a row here means that it is not exact: SELECT 1 FROM public.t WHERE NOT (b = b::interval(2)) LIMIT 1
ALTER TABLE public.t ALTER COLUMN b TYPE interval(3);

-- 10. alter column public.t.c: breaking
--    loses what interval day to second(2) does not hold of public.t.c
--    fails on values that are not of type interval day to second(2) in public.t.c
--    breaks readers: column public.t.c is of type interval day to second(2) for its readers
--    breaks writers: column public.t.c refuses values that are not of type interval day to second(2)
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
--    undo: loses data: what interval day to second(2) does not hold of public.t.c do not come back
ALTER TABLE public.t ALTER COLUMN c TYPE interval day to second(2) USING c::text::interval day to second(2);

-- 11. alter column public.t.d: breaking
--    loses what interval year does not hold of public.t.d
--    fails on values that are not of type interval year in public.t.d
--    breaks readers: column public.t.d is of type interval year for its readers
--    breaks writers: column public.t.d refuses values that are not of type interval year
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
--    undo: loses data: what interval year does not hold of public.t.d do not come back
ALTER TABLE public.t ALTER COLUMN d TYPE interval year USING d::text::interval year;

-- 12. create default public.t.c: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN c SET DEFAULT '1 2:03:04.567';

COMMIT;
