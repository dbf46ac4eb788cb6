-- from to.sql to from.sql, for postgres 15
-- 4 steps: 1 breaking, 3 safe

BEGIN;

-- 1. drop default public.p.m: safe
--    locks public.p (ACCESS EXCLUSIVE)
ALTER TABLE public.p ALTER COLUMN m DROP DEFAULT;

-- 2. create enum public.mood: safe
CREATE TYPE public.mood AS ENUM ('sad', 'ok');

-- 3. alter column public.p.m: breaking
--    fails on texts other than 'sad', 'ok' in public.p.m
--    breaks readers: column public.p.m is of type public.mood for its readers
--    breaks writers: column public.p.m refuses texts other than 'sad', 'ok'
--    note: readers and writers of public.p wait while it is written anew (its size is not known)
--    locks public.p (ACCESS EXCLUSIVE)
--    rewrites public.p
--    reads all of public.p
--    a row here means that it fails: SELECT 1 FROM public.p WHERE NOT (m::text IN ('sad', 'ok')) LIMIT 1
ALTER TABLE public.p ALTER COLUMN m TYPE public.mood USING m::public.mood;

-- 4. create default public.p.m: safe
--    locks public.p (ACCESS EXCLUSIVE)
ALTER TABLE public.p ALTER COLUMN m SET DEFAULT 'ok';

COMMIT;
