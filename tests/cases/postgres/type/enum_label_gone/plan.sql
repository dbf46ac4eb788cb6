-- from from.sql to to.sql, for postgres 15
-- 6 steps: 2 breaking, 4 safe

BEGIN;

-- 1. drop default public.person.now: safe
--    locks public.person (ACCESS EXCLUSIVE)
ALTER TABLE public.person ALTER COLUMN now DROP DEFAULT;

-- 2. rename enum public.mood: safe
ALTER TYPE public.mood RENAME TO mood__old;

-- 3. create enum public.mood: breaking
--    breaks readers and writers: label 'sad' of public.mood is gone
CREATE TYPE public.mood AS ENUM ('ok', 'happy');

-- 4. alter column public.person.now: breaking
--    fails on labels other than 'ok', 'happy' in public.person.now
--    breaks writers: column public.person.now refuses labels other than 'ok', 'happy'
--    note: readers and writers of public.person wait while it is written anew (its size is not known)
--    locks public.person (ACCESS EXCLUSIVE)
--    rewrites public.person
--    reads all of public.person
--    a row here means that it fails: SELECT 1 FROM public.person WHERE NOT (now::text IN ('ok', 'happy')) LIMIT 1
--    undo: conditional: labels other than 'sad', 'ok', 'happy' in public.person.now, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.person WHERE NOT (now::text IN ('sad', 'ok', 'happy')) LIMIT 1
ALTER TABLE public.person ALTER COLUMN now TYPE public.mood USING now::text::public.mood;

-- 5. create default public.person.now: safe
--    locks public.person (ACCESS EXCLUSIVE)
ALTER TABLE public.person ALTER COLUMN now SET DEFAULT 'ok';

-- 6. drop enum public.mood: safe
DROP TYPE public.mood__old;

COMMIT;
