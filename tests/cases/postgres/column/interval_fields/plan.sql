-- from from.sql to to.sql, for postgres 15
-- 12 steps: 3 breaking, 9 safe

BEGIN;

-- 1. drop default public.t.c: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN c DROP DEFAULT;

-- 2. alter column public.t.b: breaking
--    loses fractions of a second beyond 2 digits of public.t.b
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
--    undo: loses data: fractions of a second beyond 2 digits of public.t.b do not come back
ALTER TABLE public.t ALTER COLUMN b TYPE interval(2);

-- 3. alter column public.t.c: breaking
--    loses what interval hour to minute does not hold of public.t.c
--    fails on values that are not of type interval hour to minute in public.t.c
--    breaks readers: column public.t.c is of type interval hour to minute for its readers
--    breaks writers: column public.t.c refuses values that are not of type interval hour to minute
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
--    undo: loses data: what interval hour to minute does not hold of public.t.c do not come back
ALTER TABLE public.t ALTER COLUMN c TYPE interval hour to minute USING c::text::interval hour to minute;

-- 4. alter column public.t.d: breaking
--    loses what interval year to month does not hold of public.t.d
--    fails on values that are not of type interval year to month in public.t.d
--    breaks readers: column public.t.d is of type interval year to month for its readers
--    breaks writers: column public.t.d refuses values that are not of type interval year to month
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
--    undo: loses data: what interval year to month does not hold of public.t.d do not come back
ALTER TABLE public.t ALTER COLUMN d TYPE interval year to month USING d::text::interval year to month;

-- 5. create column public.t.e: safe
--    locks public.t (ACCESS EXCLUSIVE)
--    undo: conditional: what is written to public.t.e meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.t WHERE e IS DISTINCT FROM (interval '1-2' year to month) LIMIT 1
ALTER TABLE public.t ADD COLUMN e interval DEFAULT interval '1-2' year to month;

-- 6. create column public.t.f: safe
--    locks public.t (ACCESS EXCLUSIVE)
--    undo: conditional: what is written to public.t.f meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.t WHERE f IS DISTINCT FROM (interval '90' minute) LIMIT 1
ALTER TABLE public.t ADD COLUMN f interval DEFAULT interval '90' minute;

-- 7. create column public.t.g: safe
--    locks public.t (ACCESS EXCLUSIVE)
--    undo: conditional: what is written to public.t.g meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.t WHERE g IS DISTINCT FROM ('1.5 hours') LIMIT 1
ALTER TABLE public.t ADD COLUMN g interval minute DEFAULT '1.5 hours';

-- 8. create column public.t.h: safe
--    locks public.t (ACCESS EXCLUSIVE)
--    undo: conditional: what is written to public.t.h meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.t WHERE h IS DISTINCT FROM (interval '1.7' day) LIMIT 1
ALTER TABLE public.t ADD COLUMN h interval DEFAULT interval '1.7' day;

-- 9. create column public.t.i: safe
--    locks public.t (ACCESS EXCLUSIVE)
--    undo: conditional: what is written to public.t.i meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.t WHERE i IS DISTINCT FROM ('90.5') LIMIT 1
ALTER TABLE public.t ADD COLUMN i interval second DEFAULT '90.5';

-- 10. create default public.t.b: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN b SET DEFAULT interval(2) '1.234 s';

-- 11. create default public.t.c: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN c SET DEFAULT '1.5';

-- 12. create default public.t.d: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN d SET DEFAULT interval '3' year;

COMMIT;
