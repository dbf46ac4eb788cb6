-- from from.sql to to.sql, for postgres 15
-- 1 step: 1 safe

BEGIN;

-- 1. create column public.m.day: safe
--    locks public.m (ACCESS EXCLUSIVE)
--    undo: conditional: what is written to public.m.day meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.m WHERE day IS DISTINCT FROM (interval '1' day) LIMIT 1
ALTER TABLE public.m ADD COLUMN day interval DEFAULT interval '1' day;

COMMIT;
