-- from from.sql to to.sql, for postgres 15
-- 4 steps: 2 breaking, 2 safe

BEGIN;

-- 1. drop default public.p.m: safe
--    locks public.p (ACCESS EXCLUSIVE)
ALTER TABLE public.p ALTER COLUMN m DROP DEFAULT;

-- 2. alter column public.p.m: breaking
--    breaks readers: column public.p.m is of type text for its readers
--    note: readers and writers of public.p wait while it is written anew (its size is not known)
--    locks public.p (ACCESS EXCLUSIVE)
--    rewrites public.p
--    reads all of public.p
--    undo: conditional: texts other than 'sad', 'ok' in public.p.m, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.p WHERE NOT (m::text IN ('sad', 'ok')) LIMIT 1
ALTER TABLE public.p ALTER COLUMN m TYPE text;

-- 3. drop enum public.mood: breaking
--    breaks readers and writers: enum public.mood is gone
DROP TYPE public.mood;

-- 4. create default public.p.m: safe
--    locks public.p (ACCESS EXCLUSIVE)
ALTER TABLE public.p ALTER COLUMN m SET DEFAULT 'ok';

COMMIT;
