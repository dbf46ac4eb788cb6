-- from to.sql to from.sql, for postgres 15
-- 4 steps: 2 breaking, 2 safe

BEGIN;

-- 1. rename enum public.priority: safe
ALTER TYPE public.priority RENAME TO priority__old;

-- 2. create enum public.priority: breaking
--    breaks readers and writers: label 'medium' of public.priority is gone
CREATE TYPE public.priority AS ENUM ('low', 'mid');

-- 3. alter column public.t.p: breaking
--    fails on labels other than 'low', 'mid' in public.t.p
--    breaks writers: column public.t.p refuses labels other than 'low', 'mid'
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
--    a row here means that it fails: SELECT 1 FROM public.t WHERE NOT (p::text IN ('low', 'mid')) LIMIT 1
--    undo: conditional: labels other than 'low', 'medium' in public.t.p, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.t WHERE NOT (p::text IN ('low', 'medium')) LIMIT 1
ALTER TABLE public.t ALTER COLUMN p TYPE public.priority USING p::text::public.priority;

-- 4. drop enum public.priority: safe
DROP TYPE public.priority__old;

COMMIT;
