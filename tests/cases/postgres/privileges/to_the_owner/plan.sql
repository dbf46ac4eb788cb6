-- from from.sql to to.sql, for postgres 15
-- 5 steps: 5 safe

BEGIN;

-- 1. alter table public.t: safe
GRANT SELECT ON TABLE public.t TO postgres;

-- 2. alter table public.t: safe
GRANT UPDATE ON TABLE public.t TO postgres;

-- 3. create table public.u: safe
--    undo: conditional: the rows written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.u LIMIT 1
CREATE TABLE public.u (
  a integer
);

-- 4. alter table public.u: safe
GRANT SELECT ON TABLE public.u TO postgres;

-- 5. alter table public.u: safe
GRANT SELECT ON TABLE public.u TO PUBLIC;

COMMIT;
