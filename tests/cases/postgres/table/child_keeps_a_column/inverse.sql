-- from to.sql to from.sql, for postgres 15
-- 3 steps: 3 safe

BEGIN;

-- 1. create column public.base.note: safe
--    locks public.base (ACCESS EXCLUSIVE)
--    locks public.follows (ACCESS EXCLUSIVE)
--    locks public.kept (ACCESS EXCLUSIVE)
--    undo: conditional: what is written to public.base.note meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.base WHERE note IS NOT NULL LIMIT 1
ALTER TABLE public.base ADD COLUMN note text;

-- 2. create check public.base.said: safe
--    locks public.base (ACCESS EXCLUSIVE)
--    locks public.follows (ACCESS EXCLUSIVE)
--    locks public.kept (ACCESS EXCLUSIVE)
ALTER TABLE public.base ADD CONSTRAINT said CHECK (note <> '') NOT VALID;

COMMIT;

BEGIN;

-- 3. create check public.base.said: safe
--    locks public.base (SHARE UPDATE EXCLUSIVE)
--    locks public.follows (SHARE UPDATE EXCLUSIVE)
--    locks public.kept (SHARE UPDATE EXCLUSIVE)
--    reads all of public.base, public.follows, public.kept
ALTER TABLE public.base VALIDATE CONSTRAINT said;

COMMIT;
