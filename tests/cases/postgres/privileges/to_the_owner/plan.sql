-- from from.sql to to.sql, for postgres 15
-- 3 steps: 3 safe

BEGIN;

-- 1. create table public.u: safe
--    undo: conditional: the rows written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.u LIMIT 1
CREATE TABLE public.u (
  a integer
);

-- 2. alter table public.u: safe
GRANT SELECT ON TABLE public.u TO postgres;

-- 3. alter table public.u: safe
GRANT SELECT ON TABLE public.u TO PUBLIC;

COMMIT;
