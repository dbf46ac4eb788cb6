-- from from.sql to to.sql, for postgres 15
-- 2 steps: 1 breaking, 1 safe

BEGIN;

-- 1. alter table public.pa: breaking
--    breaks readers and writers: the rows of public.pa are not found in public.p any more
--    locks public.p (ACCESS EXCLUSIVE)
--    locks public.pa (ACCESS EXCLUSIVE)
--    undo: conditional: rows written meanwhile that are outside of the bound
--    a row here means that it is not exact: SELECT 1 FROM public.pa WHERE NOT (id is not null AND id >= 1 AND id < 10) LIMIT 1
ALTER TABLE public.p DETACH PARTITION public.pa;

-- 2. drop index public.pa_id_idx: safe
--    locks public.pa (ACCESS EXCLUSIVE)
--    locks public.pa_id_idx (ACCESS EXCLUSIVE)
DROP INDEX public.pa_id_idx;

COMMIT;
