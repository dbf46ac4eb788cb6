-- from from.sql to to.sql, for postgres 15
-- 21 steps: 8 breaking, 13 safe

BEGIN;

-- 1. alter table public.j1: breaking
--    breaks readers and writers: the rows of public.j1 are not found in public.j any more
--    locks public.j1 (ACCESS EXCLUSIVE)
--    locks public.j (ACCESS SHARE)
ALTER TABLE public.j1 NO INHERIT public.j;

-- 2. alter column public.i.a: safe
--    note: the order and equality of the values of public.i.a change
--    locks public.i (ACCESS EXCLUSIVE)
--    locks public.i1 (ACCESS EXCLUSIVE)
--    locks public.i2 (ACCESS EXCLUSIVE)
ALTER TABLE public.i ALTER COLUMN a TYPE character varying(10) COLLATE pg_catalog."POSIX";

-- 3. alter column public.i.b: safe
--    note: readers of column public.i.b may find nulls
--    locks public.i (ACCESS EXCLUSIVE)
--    locks public.i1 (ACCESS EXCLUSIVE)
--    locks public.i2 (ACCESS EXCLUSIVE)
--    undo: conditional: nulls written meanwhile keep NOT NULL from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.i WHERE b IS NULL LIMIT 1
ALTER TABLE public.i ALTER COLUMN b DROP NOT NULL;

-- 4. alter column public.i.c: breaking
--    breaks writers: column public.i.c takes no nulls any more
--    locks public.i (ACCESS EXCLUSIVE)
--    locks public.i1 (ACCESS EXCLUSIVE)
--    locks public.i2 (ACCESS EXCLUSIVE)
ALTER TABLE public.i ADD CONSTRAINT rutter_not_null CHECK (c IS NOT NULL) NOT VALID;

COMMIT;

BEGIN;

-- 5. alter column public.i.c: breaking
--    fails on rows of public.i where c IS NULL
--    locks public.i (SHARE UPDATE EXCLUSIVE)
--    locks public.i1 (SHARE UPDATE EXCLUSIVE)
--    locks public.i2 (SHARE UPDATE EXCLUSIVE)
--    reads all of public.i, public.i1, public.i2
--    a row here means that it fails: SELECT 1 FROM public.i WHERE c IS NULL LIMIT 1
ALTER TABLE public.i VALIDATE CONSTRAINT rutter_not_null;

COMMIT;

BEGIN;

-- 6. alter column public.i.c: safe
--    locks public.i (ACCESS EXCLUSIVE)
--    locks public.i1 (ACCESS EXCLUSIVE)
--    locks public.i2 (ACCESS EXCLUSIVE)
ALTER TABLE public.i ALTER COLUMN c SET NOT NULL;

-- 7. alter column public.i.c: safe
--    locks public.i (ACCESS EXCLUSIVE)
--    locks public.i1 (ACCESS EXCLUSIVE)
--    locks public.i2 (ACCESS EXCLUSIVE)
ALTER TABLE public.i DROP CONSTRAINT rutter_not_null;

-- 8. create column public.i.d: safe
--    locks public.i (ACCESS EXCLUSIVE)
--    locks public.i1 (ACCESS EXCLUSIVE)
--    locks public.i2 (ACCESS EXCLUSIVE)
--    undo: conditional: what is written to public.i.d meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.i WHERE d IS NOT NULL LIMIT 1
ALTER TABLE public.i ADD COLUMN d integer;

-- 9. alter column public.i1.b: breaking
--    breaks writers: column public.i1.b takes no nulls any more
--    locks public.i1 (ACCESS EXCLUSIVE)
--    locks public.i2 (ACCESS EXCLUSIVE)
ALTER TABLE public.i1 ADD CONSTRAINT rutter_not_null CHECK (b IS NOT NULL) NOT VALID;

COMMIT;

BEGIN;

-- 10. alter column public.i1.b: breaking
--    fails on rows of public.i1 where b IS NULL
--    locks public.i1 (SHARE UPDATE EXCLUSIVE)
--    locks public.i2 (SHARE UPDATE EXCLUSIVE)
--    reads all of public.i1, public.i2
--    a row here means that it fails: SELECT 1 FROM public.i1 WHERE b IS NULL LIMIT 1
ALTER TABLE public.i1 VALIDATE CONSTRAINT rutter_not_null;

COMMIT;

BEGIN;

-- 11. alter column public.i1.b: safe
--    locks public.i1 (ACCESS EXCLUSIVE)
--    locks public.i2 (ACCESS EXCLUSIVE)
ALTER TABLE public.i1 ALTER COLUMN b SET NOT NULL;

-- 12. alter column public.i1.b: safe
--    locks public.i1 (ACCESS EXCLUSIVE)
--    locks public.i2 (ACCESS EXCLUSIVE)
ALTER TABLE public.i1 DROP CONSTRAINT rutter_not_null;

-- 13. alter column public.i1.c: breaking
--    breaks writers: column public.i1.c takes no nulls any more
--    locks public.i1 (ACCESS EXCLUSIVE)
--    locks public.i2 (ACCESS EXCLUSIVE)
ALTER TABLE public.i1 ADD CONSTRAINT rutter_not_null CHECK (c IS NOT NULL) NOT VALID;

COMMIT;

BEGIN;

-- 14. alter column public.i1.c: breaking
--    fails on rows of public.i1 where c IS NULL
--    locks public.i1 (SHARE UPDATE EXCLUSIVE)
--    locks public.i2 (SHARE UPDATE EXCLUSIVE)
--    reads all of public.i1, public.i2
--    a row here means that it fails: SELECT 1 FROM public.i1 WHERE c IS NULL LIMIT 1
ALTER TABLE public.i1 VALIDATE CONSTRAINT rutter_not_null;

COMMIT;

BEGIN;

-- 15. alter column public.i1.c: safe
--    locks public.i1 (ACCESS EXCLUSIVE)
--    locks public.i2 (ACCESS EXCLUSIVE)
ALTER TABLE public.i1 ALTER COLUMN c SET NOT NULL;

-- 16. alter column public.i1.c: safe
--    locks public.i1 (ACCESS EXCLUSIVE)
--    locks public.i2 (ACCESS EXCLUSIVE)
ALTER TABLE public.i1 DROP CONSTRAINT rutter_not_null;

-- 17. alter column public.j.a: safe
--    locks public.j (ACCESS EXCLUSIVE)
--    locks public.j1 (ACCESS EXCLUSIVE)
--    undo: conditional: texts longer than 10 characters in public.j.a, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.j WHERE NOT (char_length(a) <= 10) LIMIT 1
ALTER TABLE public.j ALTER COLUMN a TYPE character varying(12);

-- 18. alter column public.j1.a: safe
--    locks public.j1 (ACCESS EXCLUSIVE)
--    undo: conditional: texts longer than 10 characters in public.j1.a, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.j1 WHERE NOT (char_length(a) <= 10) LIMIT 1
ALTER TABLE public.j1 ALTER COLUMN a TYPE character varying(11);

-- 19. alter column public.k.a: safe
--    locks public.k (ACCESS EXCLUSIVE)
--    undo: conditional: texts longer than 10 characters in public.k.a, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.k WHERE NOT (char_length(a) <= 10) LIMIT 1
ALTER TABLE public.k ALTER COLUMN a TYPE character varying(12);

-- 20. alter column public.k1.a: safe
--    locks public.k1 (ACCESS EXCLUSIVE)
--    undo: conditional: texts longer than 10 characters in public.k1.a, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.k1 WHERE NOT (char_length(a) <= 10) LIMIT 1
ALTER TABLE public.k1 ALTER COLUMN a TYPE character varying(12);

-- 21. alter table public.k1: breaking
--    breaks readers: the rows of public.k1 are found in public.k
--    locks public.k1 (ACCESS EXCLUSIVE)
--    locks public.k (SHARE UPDATE EXCLUSIVE)
ALTER TABLE public.k1 INHERIT public.k;

COMMIT;
