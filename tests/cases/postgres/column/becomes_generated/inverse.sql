-- from to.sql to from.sql, for postgres 15
-- 1 step: 1 breaking

BEGIN;

-- 1. alter column public.t.b: breaking
--    breaks writers: public.t.b is not computed any more
--    locks public.t (ACCESS EXCLUSIVE)
--    undo: conditional: values written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.t WHERE b IS DISTINCT FROM (a + 1) LIMIT 1
ALTER TABLE public.t ALTER COLUMN b DROP EXPRESSION;

COMMIT;
