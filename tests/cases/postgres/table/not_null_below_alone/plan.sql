-- from from.sql to to.sql, for postgres 15
-- 17 steps: 8 breaking, 9 safe

BEGIN;

-- 1. alter column public.p.c: safe
--    note: readers of column public.p.c may find nulls
--    locks public.p (ACCESS EXCLUSIVE)
--    locks public.p1 (ACCESS EXCLUSIVE)
--    undo: conditional: nulls written meanwhile keep NOT NULL from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.p WHERE c IS NULL LIMIT 1
ALTER TABLE public.p ALTER COLUMN c DROP NOT NULL;

-- 2. alter column public.p1.b: breaking
--    breaks writers: column public.p1.b takes no nulls any more
--    locks public.p1 (ACCESS EXCLUSIVE)
ALTER TABLE public.p1 ADD CONSTRAINT rutter_not_null CHECK (b IS NOT NULL) NOT VALID;

COMMIT;

BEGIN;

-- 3. alter column public.p1.b: breaking
--    fails on rows of public.p1 where b IS NULL
--    locks public.p1 (SHARE UPDATE EXCLUSIVE)
--    reads all of public.p1
--    a row here means that it fails: SELECT 1 FROM public.p1 WHERE b IS NULL LIMIT 1
ALTER TABLE public.p1 VALIDATE CONSTRAINT rutter_not_null;

COMMIT;

BEGIN;

-- 4. alter column public.p1.b: safe
--    locks public.p1 (ACCESS EXCLUSIVE)
ALTER TABLE public.p1 ALTER COLUMN b SET NOT NULL;

-- 5. alter column public.p1.b: safe
--    locks public.p1 (ACCESS EXCLUSIVE)
ALTER TABLE public.p1 DROP CONSTRAINT rutter_not_null;

-- 6. alter column public.q.a: breaking
--    breaks writers: column public.q.a takes no nulls any more
--    locks public.q (ACCESS EXCLUSIVE)
--    locks public.q1 (ACCESS EXCLUSIVE)
ALTER TABLE public.q ADD CONSTRAINT rutter_not_null CHECK (a IS NOT NULL) NOT VALID;

COMMIT;

BEGIN;

-- 7. alter column public.q.a: breaking
--    fails on rows of public.q where a IS NULL
--    locks public.q (SHARE UPDATE EXCLUSIVE)
--    locks public.q1 (SHARE UPDATE EXCLUSIVE)
--    reads all of public.q, public.q1
--    a row here means that it fails: SELECT 1 FROM public.q WHERE a IS NULL LIMIT 1
ALTER TABLE public.q VALIDATE CONSTRAINT rutter_not_null;

COMMIT;

BEGIN;

-- 8. alter column public.q.a: safe
--    locks public.q (ACCESS EXCLUSIVE)
--    locks public.q1 (ACCESS EXCLUSIVE)
ALTER TABLE public.q ALTER COLUMN a SET NOT NULL;

-- 9. alter column public.q.a: safe
--    locks public.q (ACCESS EXCLUSIVE)
--    locks public.q1 (ACCESS EXCLUSIVE)
ALTER TABLE public.q DROP CONSTRAINT rutter_not_null;

-- 10. alter column public.q1.b: breaking
--    breaks writers: column public.q1.b takes no nulls any more
--    locks public.q1 (ACCESS EXCLUSIVE)
ALTER TABLE public.q1 ADD CONSTRAINT rutter_not_null CHECK (b IS NOT NULL) NOT VALID;

COMMIT;

BEGIN;

-- 11. alter column public.q1.b: breaking
--    fails on rows of public.q1 where b IS NULL
--    locks public.q1 (SHARE UPDATE EXCLUSIVE)
--    reads all of public.q1
--    a row here means that it fails: SELECT 1 FROM public.q1 WHERE b IS NULL LIMIT 1
ALTER TABLE public.q1 VALIDATE CONSTRAINT rutter_not_null;

COMMIT;

BEGIN;

-- 12. alter column public.q1.b: safe
--    locks public.q1 (ACCESS EXCLUSIVE)
ALTER TABLE public.q1 ALTER COLUMN b SET NOT NULL;

-- 13. alter column public.q1.b: safe
--    locks public.q1 (ACCESS EXCLUSIVE)
ALTER TABLE public.q1 DROP CONSTRAINT rutter_not_null;

-- 14. alter column public.t.a: breaking
--    breaks writers: column public.t.a takes no nulls any more
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ADD CONSTRAINT rutter_not_null CHECK (a IS NOT NULL) NOT VALID;

COMMIT;

BEGIN;

-- 15. alter column public.t.a: breaking
--    fails on rows of public.t where a IS NULL
--    locks public.t (SHARE UPDATE EXCLUSIVE)
--    reads all of public.t
--    a row here means that it fails: SELECT 1 FROM public.t WHERE a IS NULL LIMIT 1
ALTER TABLE public.t VALIDATE CONSTRAINT rutter_not_null;

COMMIT;

BEGIN;

-- 16. alter column public.t.a: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN a SET NOT NULL;

-- 17. alter column public.t.a: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t DROP CONSTRAINT rutter_not_null;

COMMIT;
