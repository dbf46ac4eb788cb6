-- from from.sql to to.sql, for postgres 15
-- 3 steps: 2 breaking, 1 safe

BEGIN;

-- 1. drop primary key public.t.t_pkey: breaking
--    breaks writers: primary key t_pkey: equal values are taken, ON CONFLICT (a) is not
--    breaks writers: primary key t_pkey is the replica identity of public.t: UPDATE and DELETE are refused while it is published
--    locks public.t (ACCESS EXCLUSIVE)
--    locks public.t_pkey (ACCESS EXCLUSIVE)
--    undo: conditional: equal values written meanwhile keep primary key t_pkey from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.t GROUP BY a HAVING count(*) > 1 LIMIT 1
ALTER TABLE public.t DROP CONSTRAINT t_pkey;

-- 2. alter table public.u: safe
--    note: changes of public.u are replicated by another key
--    locks public.u (ACCESS EXCLUSIVE)
ALTER TABLE public.u REPLICA IDENTITY DEFAULT;

COMMIT;

-- 3. drop index public.u_a: breaking
--    breaks writers: index u_a: equal values are taken, ON CONFLICT (a) is not
--    breaks writers: index u_a is the replica identity of public.u: UPDATE and DELETE are refused while it is published
--    locks public.u (SHARE UPDATE EXCLUSIVE)
--    locks public.u_a (SHARE UPDATE EXCLUSIVE)
--    undo: conditional: equal values written meanwhile keep index u_a from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.u WHERE a IS NOT NULL GROUP BY a HAVING count(*) > 1 LIMIT 1
DROP INDEX CONCURRENTLY public.u_a;
