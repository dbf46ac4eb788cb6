-- from to.sql to from.sql, for postgres 15
-- 5 steps: 1 breaking, 4 safe

BEGIN;

-- 1. alter column public.p.c: breaking
--    fails on rows of public.p where c IS NULL
--    breaks writers: column public.p.c takes no nulls any more
--    note: readers and writers of public.p1 wait while it is read (its size is not known)
--    locks public.p (ACCESS EXCLUSIVE)
--    locks public.p1 (ACCESS EXCLUSIVE)
--    reads all of public.p1
--    a row here means that it fails: SELECT 1 FROM public.p WHERE c IS NULL LIMIT 1
ALTER TABLE public.p ALTER COLUMN c SET NOT NULL;

-- 2. alter column public.p1.b: safe
--    note: readers of column public.p1.b may find nulls
--    locks public.p1 (ACCESS EXCLUSIVE)
--    undo: conditional: nulls written meanwhile keep NOT NULL from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.p1 WHERE b IS NULL LIMIT 1
ALTER TABLE public.p1 ALTER COLUMN b DROP NOT NULL;

-- 3. alter column public.q.a: safe
--    note: readers of column public.q.a may find nulls
--    locks public.q (ACCESS EXCLUSIVE)
--    locks public.q1 (ACCESS EXCLUSIVE)
--    undo: conditional: nulls written meanwhile keep NOT NULL from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.q WHERE a IS NULL LIMIT 1
ALTER TABLE public.q ALTER COLUMN a DROP NOT NULL;

-- 4. alter column public.q1.b: safe
--    note: readers of column public.q1.b may find nulls
--    locks public.q1 (ACCESS EXCLUSIVE)
--    undo: conditional: nulls written meanwhile keep NOT NULL from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.q1 WHERE b IS NULL LIMIT 1
ALTER TABLE public.q1 ALTER COLUMN b DROP NOT NULL;

-- 5. alter column public.t.a: safe
--    note: readers of column public.t.a may find nulls
--    locks public.t (ACCESS EXCLUSIVE)
--    undo: conditional: nulls written meanwhile keep NOT NULL from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.t WHERE a IS NULL LIMIT 1
ALTER TABLE public.t ALTER COLUMN a DROP NOT NULL;

COMMIT;
