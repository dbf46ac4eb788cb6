-- from from.sql to to.sql, for postgres 15
-- 16 steps: 4 breaking, 12 safe

BEGIN;

-- 1. drop default public.p3.c: safe
--    note: rows written without public.p3.c get null
--    locks public.p3 (ACCESS EXCLUSIVE)
ALTER TABLE public.p3 ALTER COLUMN c DROP DEFAULT;

-- 2. drop column public.p.d: breaking
--    loses the values of public.p.d
--    breaks readers and writers: column public.p.d is gone
--    locks public.p (ACCESS EXCLUSIVE)
--    locks public.p3 (ACCESS EXCLUSIVE)
--    locks public.p4 (ACCESS EXCLUSIVE)
--    undo: loses data: the values of public.p.d
ALTER TABLE public.p DROP COLUMN d;

-- 3. drop table public.p2: breaking
--    loses the rows of public.p2
--    breaks readers and writers: table public.p2 is gone
--    locks public.p2 (ACCESS EXCLUSIVE)
--    locks public.p (ACCESS EXCLUSIVE)
--    undo: loses data: the rows of public.p2
DROP TABLE public.p2;

-- 4. create column public.p.e: safe
--    locks public.p (ACCESS EXCLUSIVE)
--    locks public.p3 (ACCESS EXCLUSIVE)
--    locks public.p4 (ACCESS EXCLUSIVE)
--    undo: conditional: what is written to public.p.e meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.p WHERE e IS DISTINCT FROM (4) LIMIT 1
ALTER TABLE public.p ADD COLUMN e integer DEFAULT 4;

-- 5. alter column public.p3.b: breaking
--    breaks writers: column public.p3.b takes no nulls any more
--    locks public.p3 (ACCESS EXCLUSIVE)
ALTER TABLE public.p3 ADD CONSTRAINT rutter_not_null CHECK (b IS NOT NULL) NOT VALID;

COMMIT;

BEGIN;

-- 6. alter column public.p3.b: breaking
--    fails on rows of public.p3 where b IS NULL
--    locks public.p3 (SHARE UPDATE EXCLUSIVE)
--    reads all of public.p3
--    a row here means that it fails: SELECT 1 FROM public.p3 WHERE b IS NULL LIMIT 1
ALTER TABLE public.p3 VALIDATE CONSTRAINT rutter_not_null;

COMMIT;

BEGIN;

-- 7. alter column public.p3.b: safe
--    locks public.p3 (ACCESS EXCLUSIVE)
ALTER TABLE public.p3 ALTER COLUMN b SET NOT NULL;

-- 8. alter column public.p3.b: safe
--    locks public.p3 (ACCESS EXCLUSIVE)
ALTER TABLE public.p3 DROP CONSTRAINT rutter_not_null;

-- 9. alter column public.p3.e: safe
--    locks public.p3 (ACCESS EXCLUSIVE)
ALTER TABLE public.p3 ADD CONSTRAINT rutter_not_null CHECK (e IS NOT NULL) NOT VALID;

COMMIT;

BEGIN;

-- 10. alter column public.p3.e: safe
--    locks public.p3 (SHARE UPDATE EXCLUSIVE)
--    reads all of public.p3
ALTER TABLE public.p3 VALIDATE CONSTRAINT rutter_not_null;

COMMIT;

BEGIN;

-- 11. alter column public.p3.e: safe
--    locks public.p3 (ACCESS EXCLUSIVE)
ALTER TABLE public.p3 ALTER COLUMN e SET NOT NULL;

-- 12. alter column public.p3.e: safe
--    locks public.p3 (ACCESS EXCLUSIVE)
ALTER TABLE public.p3 DROP CONSTRAINT rutter_not_null;

-- 13. alter default public.p3.a: safe
--    locks public.p3 (ACCESS EXCLUSIVE)
ALTER TABLE public.p3 ALTER COLUMN a SET DEFAULT 2;

-- 14. create default public.p3.e: safe
--    locks public.p3 (ACCESS EXCLUSIVE)
ALTER TABLE public.p3 ALTER COLUMN e SET DEFAULT 9;

-- 15. alter default public.p4.a: safe
--    locks public.p4 (ACCESS EXCLUSIVE)
ALTER TABLE public.p4 ALTER COLUMN a SET DEFAULT 8;

-- 16. create default public.p4.e: safe
--    locks public.p4 (ACCESS EXCLUSIVE)
ALTER TABLE public.p4 ALTER COLUMN e SET DEFAULT 3;

COMMIT;
-- says: to.sql:1:66: note: column public.p.d is dropped and public.p.e is created, and they look alike; if it is a rename, write -- @renamed from=d above it, or give --rename public.p.d=e
-- says:   create table p (id int, a int default 3, b int, c int default 5, e int default 4) partition by range (id);
-- says:                                                                    ^
