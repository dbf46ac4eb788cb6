-- from to.sql to from.sql, for postgres 15
-- 14 steps: 9 breaking, 5 safe

BEGIN;

-- 1. drop column public.i.d: breaking
--    loses the values of public.i.d
--    breaks readers and writers: column public.i.d is gone
--    locks public.i (ACCESS EXCLUSIVE)
--    locks public.i1 (ACCESS EXCLUSIVE)
--    locks public.i2 (ACCESS EXCLUSIVE)
--    undo: loses data: the values of public.i.d
ALTER TABLE public.i DROP COLUMN d;

-- 2. alter table public.k1: breaking
--    breaks readers and writers: the rows of public.k1 are not found in public.k any more
--    locks public.k1 (ACCESS EXCLUSIVE)
--    locks public.k (ACCESS SHARE)
ALTER TABLE public.k1 NO INHERIT public.k;

-- 3. alter column public.i.a: safe
--    note: the order and equality of the values of public.i.a change
--    locks public.i (ACCESS EXCLUSIVE)
--    locks public.i1 (ACCESS EXCLUSIVE)
--    locks public.i2 (ACCESS EXCLUSIVE)
ALTER TABLE public.i ALTER COLUMN a TYPE character varying(10) COLLATE pg_catalog."C";

-- 4. alter column public.i.b: breaking
--    breaks writers: column public.i.b takes no nulls any more
--    locks public.i (ACCESS EXCLUSIVE)
--    locks public.i1 (ACCESS EXCLUSIVE)
--    locks public.i2 (ACCESS EXCLUSIVE)
ALTER TABLE public.i ADD CONSTRAINT rutter_not_null CHECK (b IS NOT NULL) NOT VALID;

COMMIT;

BEGIN;

-- 5. alter column public.i.b: breaking
--    fails on rows of public.i where b IS NULL
--    locks public.i (SHARE UPDATE EXCLUSIVE)
--    locks public.i1 (SHARE UPDATE EXCLUSIVE)
--    locks public.i2 (SHARE UPDATE EXCLUSIVE)
--    reads all of public.i, public.i1, public.i2
--    a row here means that it fails: SELECT 1 FROM public.i WHERE b IS NULL LIMIT 1
ALTER TABLE public.i VALIDATE CONSTRAINT rutter_not_null;

COMMIT;

BEGIN;

-- 6. alter column public.i.b: safe
--    locks public.i (ACCESS EXCLUSIVE)
--    locks public.i1 (ACCESS EXCLUSIVE)
--    locks public.i2 (ACCESS EXCLUSIVE)
ALTER TABLE public.i ALTER COLUMN b SET NOT NULL;

-- 7. alter column public.i.b: safe
--    locks public.i (ACCESS EXCLUSIVE)
--    locks public.i1 (ACCESS EXCLUSIVE)
--    locks public.i2 (ACCESS EXCLUSIVE)
ALTER TABLE public.i DROP CONSTRAINT rutter_not_null;

-- 8. alter column public.i.c: safe
--    note: readers of column public.i.c may find nulls
--    locks public.i (ACCESS EXCLUSIVE)
--    locks public.i1 (ACCESS EXCLUSIVE)
--    locks public.i2 (ACCESS EXCLUSIVE)
--    undo: conditional: nulls written meanwhile keep NOT NULL from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.i WHERE c IS NULL LIMIT 1
ALTER TABLE public.i ALTER COLUMN c DROP NOT NULL;

-- 9. alter column public.i1.c: safe
--    note: readers of column public.i1.c may find nulls
--    locks public.i1 (ACCESS EXCLUSIVE)
--    locks public.i2 (ACCESS EXCLUSIVE)
--    undo: conditional: nulls written meanwhile keep NOT NULL from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.i1 WHERE c IS NULL LIMIT 1
ALTER TABLE public.i1 ALTER COLUMN c DROP NOT NULL;

-- 10. alter column public.j.a: breaking
--    fails on texts longer than 10 characters in public.j.a
--    breaks writers: column public.j.a refuses texts longer than 10 characters
--    note: readers and writers of public.j wait while it is written anew (its size is not known)
--    locks public.j (ACCESS EXCLUSIVE)
--    rewrites public.j
--    reads all of public.j
--    a row here means that it fails: SELECT 1 FROM public.j WHERE NOT (char_length(a) <= 10) LIMIT 1
ALTER TABLE public.j ALTER COLUMN a TYPE character varying(10);

-- 11. alter column public.j1.a: breaking
--    fails on texts longer than 10 characters in public.j1.a
--    breaks writers: column public.j1.a refuses texts longer than 10 characters
--    note: readers and writers of public.j1 wait while it is written anew (its size is not known)
--    locks public.j1 (ACCESS EXCLUSIVE)
--    rewrites public.j1
--    reads all of public.j1
--    a row here means that it fails: SELECT 1 FROM public.j1 WHERE NOT (char_length(a) <= 10) LIMIT 1
ALTER TABLE public.j1 ALTER COLUMN a TYPE character varying(10);

-- 12. alter table public.j1: breaking
--    breaks readers: the rows of public.j1 are found in public.j
--    locks public.j1 (ACCESS EXCLUSIVE)
--    locks public.j (SHARE UPDATE EXCLUSIVE)
ALTER TABLE public.j1 INHERIT public.j;

-- 13. alter column public.k.a: breaking
--    fails on texts longer than 10 characters in public.k.a
--    breaks writers: column public.k.a refuses texts longer than 10 characters
--    note: readers and writers of public.k wait while it is written anew (its size is not known)
--    note: readers and writers of public.k1 wait while it is written anew (its size is not known)
--    locks public.k (ACCESS EXCLUSIVE)
--    locks public.k1 (ACCESS EXCLUSIVE)
--    rewrites public.k, public.k1
--    reads all of public.k, public.k1
--    a row here means that it fails: SELECT 1 FROM public.k WHERE NOT (char_length(a) <= 10) LIMIT 1
ALTER TABLE public.k ALTER COLUMN a TYPE character varying(10);

-- 14. alter column public.k1.a: breaking
--    fails on texts longer than 10 characters in public.k1.a
--    breaks writers: column public.k1.a refuses texts longer than 10 characters
--    note: readers and writers of public.k1 wait while it is written anew (its size is not known)
--    locks public.k1 (ACCESS EXCLUSIVE)
--    rewrites public.k1
--    reads all of public.k1
--    a row here means that it fails: SELECT 1 FROM public.k1 WHERE NOT (char_length(a) <= 10) LIMIT 1
ALTER TABLE public.k1 ALTER COLUMN a TYPE character varying(10);

COMMIT;
