-- from from.sql to to.sql, for postgres 15
-- 4 steps: 2 breaking, 2 safe

BEGIN;

-- 1. drop unique public.t.t_b_key: breaking
--    breaks writers: unique t_b_key: equal values are taken, ON CONFLICT (b) is not
--    locks public.t (ACCESS EXCLUSIVE)
--    locks public.t_b_key (ACCESS EXCLUSIVE)
--    undo: conditional: equal values written meanwhile keep unique t_b_key from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.t WHERE b IS NOT NULL GROUP BY b HAVING count(*) > 1 LIMIT 1
ALTER TABLE public.t DROP CONSTRAINT t_b_key;

-- 2. drop primary key public.t.t_pkey: safe
--    locks public.t (ACCESS EXCLUSIVE)
--    locks public.t_pkey (ACCESS EXCLUSIVE)
--    undo: conditional: equal values written meanwhile keep primary key t_pkey from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.t GROUP BY a HAVING count(*) > 1 LIMIT 1
ALTER TABLE public.t DROP CONSTRAINT t_pkey;

COMMIT;

-- 3. create primary key public.t.t_pkey: breaking
--    fails on rows of public.t that are equal in b
--    breaks writers: primary key t_pkey refuses equal values
--    breaks readers and writers: rows of public.t are known by b
--    locks public.t (SHARE UPDATE EXCLUSIVE)
--    reads all of public.t
--    builds public.t_pkey
--    a row here means that it fails: SELECT 1 FROM public.t GROUP BY b HAVING count(*) > 1 LIMIT 1
CREATE UNIQUE INDEX CONCURRENTLY t_pkey ON public.t (b);

BEGIN;

-- 4. create primary key public.t.t_pkey: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX t_pkey;

COMMIT;
