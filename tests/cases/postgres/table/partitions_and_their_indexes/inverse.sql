-- from to.sql to from.sql, for postgres 15
-- 3 steps: 2 breaking, 1 safe

BEGIN;

-- 1. drop table public.pd: breaking
--    loses the rows of public.pd
--    breaks readers and writers: table public.pd is gone
--    locks public.pd (ACCESS EXCLUSIVE)
--    locks public.pd_id_idx (ACCESS EXCLUSIVE)
--    locks public.p (ACCESS EXCLUSIVE)
--    undo: loses data: the rows of public.pd
DROP TABLE public.pd;

-- 2. alter table public.pb: breaking
--    breaks readers and writers: the rows of public.pb are not found in public.p any more
--    locks public.p (ACCESS EXCLUSIVE)
--    locks public.pb (ACCESS EXCLUSIVE)
--    undo: conditional: rows written meanwhile that are outside of the bound
--    a row here means that it is not exact: SELECT 1 FROM public.pb WHERE NOT (r in ('b')) LIMIT 1
ALTER TABLE public.p DETACH PARTITION public.pb;

-- 3. drop index public.pb_id_idx: safe
--    locks public.pb (ACCESS EXCLUSIVE)
--    locks public.pb_id_idx (ACCESS EXCLUSIVE)
DROP INDEX public.pb_id_idx;

COMMIT;
