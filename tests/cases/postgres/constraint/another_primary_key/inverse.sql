-- from to.sql to from.sql, for postgres 15
-- 5 steps: 1 breaking, 4 safe

BEGIN;

-- 1. drop primary key public.t.t_pkey: safe
--    locks public.t (ACCESS EXCLUSIVE)
--    locks public.t_pkey (ACCESS EXCLUSIVE)
--    undo: conditional: equal values written meanwhile keep primary key t_pkey from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.t GROUP BY b HAVING count(*) > 1 LIMIT 1
ALTER TABLE public.t DROP CONSTRAINT t_pkey;

COMMIT;

-- 2. create primary key public.t.t_pkey: breaking
--    fails on rows of public.t that are equal in a
--    breaks writers: primary key t_pkey refuses equal values
--    breaks readers and writers: rows of public.t are known by a
--    locks public.t (SHARE UPDATE EXCLUSIVE)
--    reads all of public.t
--    builds public.t_pkey
--    a row here means that it fails: SELECT 1 FROM public.t GROUP BY a HAVING count(*) > 1 LIMIT 1
CREATE UNIQUE INDEX CONCURRENTLY t_pkey ON public.t (a);

BEGIN;

-- 3. create primary key public.t.t_pkey: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX t_pkey;

COMMIT;

-- 4. create unique public.t.t_b_key: safe
--    locks public.t (SHARE UPDATE EXCLUSIVE)
--    reads all of public.t
--    builds public.t_b_key
CREATE UNIQUE INDEX CONCURRENTLY t_b_key ON public.t (b);

BEGIN;

-- 5. create unique public.t.t_b_key: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ADD CONSTRAINT t_b_key UNIQUE USING INDEX t_b_key;

COMMIT;
