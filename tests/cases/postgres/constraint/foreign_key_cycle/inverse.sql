-- from to.sql to from.sql, for postgres 15
-- 4 steps: 2 breaking, 2 safe

BEGIN;

-- 1. drop foreign key public.a.a_b_id_fkey: safe
--    locks public.a (ACCESS EXCLUSIVE)
--    locks public.b (ACCESS EXCLUSIVE)
--    undo: conditional: rows without their counterpart, written meanwhile, keep it from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.a c WHERE c.b_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM public.b p WHERE p.id = c.b_id) LIMIT 1
ALTER TABLE public.a DROP CONSTRAINT a_b_id_fkey;

-- 2. drop foreign key public.b.b_a_id_fkey: safe
--    locks public.b (ACCESS EXCLUSIVE)
--    locks public.a (ACCESS EXCLUSIVE)
--    undo: conditional: rows without their counterpart, written meanwhile, keep it from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.b c WHERE c.a_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM public.a p WHERE p.id = c.a_id) LIMIT 1
ALTER TABLE public.b DROP CONSTRAINT b_a_id_fkey;

-- 3. drop table public.a: breaking
--    loses the rows of public.a
--    breaks readers and writers: table public.a is gone
--    locks public.a (ACCESS EXCLUSIVE)
--    locks public.a_pkey (ACCESS EXCLUSIVE)
--    locks public.b (ACCESS EXCLUSIVE)
--    undo: loses data: the rows of public.a
DROP TABLE public.a;

-- 4. drop table public.b: breaking
--    loses the rows of public.b
--    breaks readers and writers: table public.b is gone
--    locks public.b (ACCESS EXCLUSIVE)
--    locks public.b_pkey (ACCESS EXCLUSIVE)
--    locks public.a (ACCESS EXCLUSIVE)
--    undo: loses data: the rows of public.b
DROP TABLE public.b;

COMMIT;
