-- from to.sql to from.sql, for postgres 15
-- 2 steps: 2 breaking

BEGIN;

-- 1. alter sequence public.s: breaking
--    breaks writers: public.s counts in other steps
--    locks public.s (SHARE ROW EXCLUSIVE)
--    rewrites public.s
--    undo: conditional: a position reached meanwhile keeps the bounds from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.s WHERE last_value NOT BETWEEN 10 AND 1000 LIMIT 1
ALTER SEQUENCE public.s NO CYCLE;

-- 2. alter sequence public.s: breaking
--    breaks writers: public.s counts in other steps
--    locks public.s (SHARE ROW EXCLUSIVE)
--    rewrites public.s
--    undo: conditional: a position reached meanwhile keeps the bounds from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.s WHERE last_value NOT BETWEEN 10 AND 1000 LIMIT 1
ALTER SEQUENCE public.s AS bigint INCREMENT BY 1 NO MINVALUE NO MAXVALUE START WITH 1;

COMMIT;
