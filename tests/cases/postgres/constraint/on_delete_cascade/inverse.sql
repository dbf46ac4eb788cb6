-- from to.sql to from.sql, for postgres 15
-- 3 steps: 2 breaking, 1 safe

BEGIN;

-- 1. drop foreign key public.b.b_a_fkey: safe
--    locks public.b (ACCESS EXCLUSIVE)
--    locks public.a (ACCESS EXCLUSIVE)
--    undo: conditional: rows without their counterpart, written meanwhile, keep it from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.b c WHERE c.a IS NOT NULL AND NOT EXISTS (SELECT 1 FROM public.a p WHERE p.id = c.a) LIMIT 1
ALTER TABLE public.b DROP CONSTRAINT b_a_fkey;

-- 2. create foreign key public.b.b_a_fkey: breaking
--    breaks writers: foreign key public.b.b_a_fkey refuses rows that refer to nothing, and the loss of what is referred to
--    locks public.b (SHARE ROW EXCLUSIVE)
--    locks public.a (SHARE ROW EXCLUSIVE)
ALTER TABLE public.b ADD CONSTRAINT b_a_fkey FOREIGN KEY (a) REFERENCES public.a (id) NOT VALID;

COMMIT;

BEGIN;

-- 3. create foreign key public.b.b_a_fkey: breaking
--    fails on rows that refer to nothing (foreign key public.b.b_a_fkey)
--    breaks writers: foreign key public.b.b_a_fkey refuses rows that refer to nothing, and the loss of what is referred to
--    locks public.b (SHARE UPDATE EXCLUSIVE)
--    locks public.a (ROW SHARE)
--    locks public.a_pkey (ACCESS SHARE)
--    reads all of public.b, public.a
--    a row here means that it fails: SELECT 1 FROM public.b c WHERE c.a IS NOT NULL AND NOT EXISTS (SELECT 1 FROM public.a p WHERE p.id = c.a) LIMIT 1
ALTER TABLE public.b VALIDATE CONSTRAINT b_a_fkey;

COMMIT;
