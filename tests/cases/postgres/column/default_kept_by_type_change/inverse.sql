-- from to.sql to from.sql, for postgres 15
-- 15 steps: 2 breaking, 13 safe

BEGIN;

-- 1. drop default public.t.e: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN e DROP DEFAULT;

-- 2. drop table public.np: breaking
--    loses the rows of public.np
--    breaks readers and writers: table public.np is gone
--    locks public.np (ACCESS EXCLUSIVE)
--    undo: loses data: the rows of public.np
DROP TABLE public.np;

-- 3. alter column public.pa.a: safe
--    locks public.pa (ACCESS EXCLUSIVE)
--    locks public.ch (ACCESS EXCLUSIVE)
--    undo: conditional: texts longer than 20 characters in public.pa.a, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.pa WHERE NOT (char_length(a) <= 20) LIMIT 1
ALTER TABLE public.pa ALTER COLUMN a TYPE text;

-- 4. alter column public.t.a: safe
--    locks public.t (ACCESS EXCLUSIVE)
--    undo: conditional: texts longer than 30 characters in public.t.a, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.t WHERE NOT (char_length(a) <= 30) LIMIT 1
ALTER TABLE public.t ALTER COLUMN a TYPE text;

-- 5. alter column public.t.c: safe
--    locks public.t (ACCESS EXCLUSIVE)
--    undo: conditional: texts longer than 20 characters in public.t.c, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.t WHERE NOT (char_length(c) <= 20) LIMIT 1
ALTER TABLE public.t ALTER COLUMN c TYPE text;

-- 6. alter column public.t.d: safe
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
--    undo: conditional: texts longer than 3 characters in public.t.d, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.t WHERE NOT (char_length(d) <= 3 AND d::text = rtrim(d::text)) LIMIT 1
ALTER TABLE public.t ALTER COLUMN d TYPE character varying(8);

-- 7. alter column public.t.e: breaking
--    loses the spelling, and what bigint has no room for of public.t.e
--    fails on texts that are no bigint in public.t.e
--    breaks readers: column public.t.e is of type bigint for its readers
--    breaks writers: column public.t.e refuses texts that are no bigint
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
--    undo: loses data: the spelling, and what bigint has no room for of public.t.e do not come back
ALTER TABLE public.t ALTER COLUMN e TYPE bigint USING e::bigint;

-- 8. alter column public.t.p: safe
--    locks public.t (ACCESS EXCLUSIVE)
--    undo: conditional: texts longer than 3 characters in public.t.p, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.t WHERE NOT (char_length(p) <= 3) LIMIT 1
ALTER TABLE public.t ALTER COLUMN p TYPE text;

-- 9. alter default public.ch.a: safe
--    locks public.ch (ACCESS EXCLUSIVE)
ALTER TABLE public.ch ALTER COLUMN a SET DEFAULT 'k'::character varying;

-- 10. alter default public.pa.a: safe
--    locks public.pa (ACCESS EXCLUSIVE)
ALTER TABLE ONLY public.pa ALTER COLUMN a SET DEFAULT 'k'::character varying;

-- 11. alter default public.t.a: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT 'x'::character varying;

-- 12. alter default public.t.c: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN c SET DEFAULT null::character varying;

-- 13. alter default public.t.d: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN d SET DEFAULT 'q'::bpchar;

-- 14. create default public.t.e: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN e SET DEFAULT 5;

-- 15. alter default public.t.p: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN p SET DEFAULT 'z';

COMMIT;
