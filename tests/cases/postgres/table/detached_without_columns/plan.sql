-- from from.sql to to.sql, for postgres 15
-- 5 steps: 4 breaking, 1 safe

BEGIN;

-- 1. alter table public.p1: breaking
--    fails on rows of public.r that refer to rows of public.p1
--    breaks readers and writers: the rows of public.p1 are not found in public.p any more
--    locks public.p (ACCESS EXCLUSIVE)
--    locks public.p1 (ACCESS EXCLUSIVE)
--    undo: conditional: rows written meanwhile that are outside of the bound
--    a row here means that it is not exact: SELECT 1 FROM public.p1 WHERE NOT (k is not null AND k >= 1 AND k < 10) LIMIT 1
ALTER TABLE public.p DETACH PARTITION public.p1;

-- 2. drop primary key public.p1.p1_pkey: breaking
--    breaks writers: primary key p1_pkey: equal values are taken, ON CONFLICT (k) is not
--    locks public.p1 (ACCESS EXCLUSIVE)
--    locks public.p1_pkey (ACCESS EXCLUSIVE)
--    undo: conditional: equal values written meanwhile keep primary key p1_pkey from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.p1 GROUP BY k HAVING count(*) > 1 LIMIT 1
ALTER TABLE public.p1 DROP CONSTRAINT p1_pkey;

-- 3. drop column public.p1.d: breaking
--    loses the values of public.p1.d
--    breaks readers and writers: column public.p1.d is gone
--    locks public.p1 (ACCESS EXCLUSIVE)
--    undo: loses data: the values of public.p1.d
ALTER TABLE public.p1 DROP COLUMN d;

-- 4. drop column public.p1.e: breaking
--    loses the values of public.p1.e
--    breaks readers and writers: column public.p1.e is gone
--    locks public.p1 (ACCESS EXCLUSIVE)
--    undo: loses data: the values of public.p1.e
ALTER TABLE public.p1 DROP COLUMN e;

-- 5. alter column public.p1.k: safe
--    note: readers of column public.p1.k may find nulls
--    locks public.p1 (ACCESS EXCLUSIVE)
--    undo: conditional: nulls written meanwhile keep NOT NULL from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.p1 WHERE k IS NULL LIMIT 1
ALTER TABLE public.p1 ALTER COLUMN k DROP NOT NULL;

COMMIT;
