-- from to.sql to from.sql, for postgres 15
-- 4 steps: 2 breaking, 2 safe

-- 1. create primary key public.t.t_pkey: breaking
--    fails on rows of public.t that are equal in a
--    breaks writers: primary key t_pkey refuses equal values
--    locks public.t (SHARE UPDATE EXCLUSIVE)
--    reads all of public.t
--    builds public.t_pkey
--    a row here means that it fails: SELECT 1 FROM public.t GROUP BY a HAVING count(*) > 1 LIMIT 1
CREATE UNIQUE INDEX CONCURRENTLY t_pkey ON public.t (a);

BEGIN;

-- 2. create primary key public.t.t_pkey: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX t_pkey;

COMMIT;

-- 3. create index public.u_a: breaking
--    fails on rows of public.u that are equal in a
--    breaks writers: index u_a refuses equal values
--    locks public.u (SHARE UPDATE EXCLUSIVE)
--    reads all of public.u
--    builds public.u_a
--    a row here means that it fails: SELECT 1 FROM public.u WHERE a IS NOT NULL GROUP BY a HAVING count(*) > 1 LIMIT 1
CREATE UNIQUE INDEX CONCURRENTLY u_a ON public.u (a);

BEGIN;

-- 4. alter table public.u: safe
--    note: changes of public.u are replicated by another key
--    locks public.u (ACCESS EXCLUSIVE)
ALTER TABLE public.u REPLICA IDENTITY USING INDEX u_a;

COMMIT;
