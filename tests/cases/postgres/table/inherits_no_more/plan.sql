-- from from.sql to to.sql, for postgres 15
-- 4 steps: 3 breaking, 1 safe

BEGIN;

-- 1. drop view public.v: breaking
--    breaks readers and writers: view public.v is gone
--    locks public.v (ACCESS EXCLUSIVE)
DROP VIEW public.v;

-- 2. alter table public.c: breaking
--    breaks readers and writers: the rows of public.c are not found in public.p any more
--    locks public.c (ACCESS EXCLUSIVE)
--    locks public.p (ACCESS SHARE)
ALTER TABLE public.c NO INHERIT public.p;

-- 3. drop check public.c.pc: safe
--    locks public.c (ACCESS EXCLUSIVE)
--    undo: conditional: rows it would have refused, written meanwhile, keep it from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.c WHERE NOT (a > 0) LIMIT 1
ALTER TABLE public.c DROP CONSTRAINT pc;

-- 4. drop column public.c.b: breaking
--    loses the values of public.c.b
--    breaks readers and writers: column public.c.b is gone
--    locks public.c (ACCESS EXCLUSIVE)
--    undo: loses data: the values of public.c.b
ALTER TABLE public.c DROP COLUMN b;

COMMIT;
