-- from to.sql to from.sql, for postgres 15
-- 4 steps: 2 breaking, 2 safe

BEGIN;

-- 1. rename enum public.mood: safe
ALTER TYPE public.mood RENAME TO mood__old;

-- 2. create enum public.mood: breaking
--    breaks readers and writers: label 'so-so' of public.mood is gone
--    breaks readers and writers: label 'it''s' of public.mood is gone
CREATE TYPE public.mood AS ENUM ('sad', 'happy');

-- 3. alter column public.t.m: breaking
--    fails on labels other than 'sad', 'happy' in public.t.m
--    breaks writers: column public.t.m refuses labels other than 'sad', 'happy'
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
--    a row here means that it fails: SELECT 1 FROM public.t WHERE NOT (m::text IN ('sad', 'happy')) LIMIT 1
--    undo: conditional: labels other than 'sad', 'so-so', 'happy', 'it''s' in public.t.m, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.t WHERE NOT (m::text IN ('sad', 'so-so', 'happy', 'it''s')) LIMIT 1
ALTER TABLE public.t ALTER COLUMN m TYPE public.mood USING m::text::public.mood;

-- 4. drop enum public.mood: safe
DROP TYPE public.mood__old;

COMMIT;
