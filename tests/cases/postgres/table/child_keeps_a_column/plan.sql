-- from from.sql to to.sql, for postgres 15
-- 4 steps: 2 breaking, 2 safe

BEGIN;

-- 1. drop check public.base.said: safe
--    locks public.base (ACCESS EXCLUSIVE)
--    locks public.follows (ACCESS EXCLUSIVE)
--    locks public.kept (ACCESS EXCLUSIVE)
--    undo: conditional: rows it would have refused, written meanwhile, keep it from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.base WHERE NOT (note <> '') LIMIT 1
ALTER TABLE ONLY public.base DROP CONSTRAINT said;

-- 2. drop check public.follows.said: safe
--    locks public.follows (ACCESS EXCLUSIVE)
--    undo: conditional: rows it would have refused, written meanwhile, keep it from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.follows WHERE NOT (note <> '') LIMIT 1
ALTER TABLE public.follows DROP CONSTRAINT said;

-- 3. drop column public.base.note: breaking
--    loses the values of public.base.note
--    breaks readers and writers: column public.base.note is gone
--    locks public.base (ACCESS EXCLUSIVE)
--    locks public.follows (ACCESS EXCLUSIVE)
--    locks public.kept (ACCESS EXCLUSIVE)
--    undo: loses data: the values of public.base.note
ALTER TABLE ONLY public.base DROP COLUMN note;

-- 4. drop column public.follows.note: breaking
--    loses the values of public.follows.note
--    breaks readers and writers: column public.follows.note is gone
--    locks public.follows (ACCESS EXCLUSIVE)
--    undo: loses data: the values of public.follows.note
ALTER TABLE public.follows DROP COLUMN note;

COMMIT;
