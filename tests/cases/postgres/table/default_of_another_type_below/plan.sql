-- from from.sql to to.sql, for postgres 15
-- 10 steps: 10 safe

BEGIN;

-- 1. alter column public.i.a: safe
--    locks public.i (ACCESS EXCLUSIVE)
--    locks public.i1 (ACCESS EXCLUSIVE)
--    locks public.i2 (ACCESS EXCLUSIVE)
--    undo: conditional: texts longer than 10 characters in public.i.a, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.i WHERE NOT (char_length(a) <= 10) LIMIT 1
ALTER TABLE public.i ALTER COLUMN a TYPE text;

-- 2. alter column public.i.b: safe
--    locks public.i (ACCESS EXCLUSIVE)
--    locks public.i1 (ACCESS EXCLUSIVE)
--    locks public.i2 (ACCESS EXCLUSIVE)
--    undo: conditional: texts longer than 3 characters in public.i.b, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.i WHERE NOT (char_length(b) <= 3) LIMIT 1
ALTER TABLE public.i ALTER COLUMN b TYPE character varying(4);

-- 3. alter column public.p.a: safe
--    locks public.p (ACCESS EXCLUSIVE)
--    locks public.p1 (ACCESS EXCLUSIVE)
--    locks public.p2 (ACCESS EXCLUSIVE)
--    undo: conditional: texts longer than 10 characters in public.p.a, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.p WHERE NOT (char_length(a) <= 10) LIMIT 1
ALTER TABLE public.p ALTER COLUMN a TYPE text;

-- 4. alter column public.p.b: safe
--    locks public.p (ACCESS EXCLUSIVE)
--    locks public.p1 (ACCESS EXCLUSIVE)
--    locks public.p2 (ACCESS EXCLUSIVE)
--    undo: conditional: texts longer than 3 characters in public.p.b, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.p WHERE NOT (char_length(b) <= 3) LIMIT 1
ALTER TABLE public.p ALTER COLUMN b TYPE character varying(4);

-- 5. alter default public.i.a: safe
--    locks public.i (ACCESS EXCLUSIVE)
ALTER TABLE ONLY public.i ALTER COLUMN a SET DEFAULT 'k';

-- 6. alter default public.i1.a: safe
--    locks public.i1 (ACCESS EXCLUSIVE)
ALTER TABLE public.i1 ALTER COLUMN a SET DEFAULT 'k';

-- 7. alter default public.i2.a: safe
--    locks public.i2 (ACCESS EXCLUSIVE)
ALTER TABLE public.i2 ALTER COLUMN a SET DEFAULT 'own';

-- 8. alter default public.p.a: safe
--    locks public.p (ACCESS EXCLUSIVE)
ALTER TABLE ONLY public.p ALTER COLUMN a SET DEFAULT 'k';

-- 9. alter default public.p1.a: safe
--    locks public.p1 (ACCESS EXCLUSIVE)
ALTER TABLE public.p1 ALTER COLUMN a SET DEFAULT 'k';

-- 10. alter default public.p2.a: safe
--    locks public.p2 (ACCESS EXCLUSIVE)
ALTER TABLE public.p2 ALTER COLUMN a SET DEFAULT 'own';

COMMIT;
