-- from from.sql to to.sql, for postgres 15
-- 6 steps: 1 breaking, 5 safe

BEGIN;

-- 1. alter schema public: breaking
--    breaks readers and writers: public loses USAGE on public
REVOKE USAGE ON SCHEMA public FROM PUBLIC;

-- 2. alter schema public: safe
GRANT CREATE ON SCHEMA public TO postgres;

-- 3. alter schema public: safe
GRANT USAGE ON SCHEMA public TO postgres;

-- 4. create table public.u: safe
--    undo: conditional: the rows written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.u LIMIT 1
CREATE TABLE public.u (
  a integer
);

-- 5. alter table public.u: safe
GRANT SELECT ON TABLE public.u TO postgres;

-- 6. alter table public.u: safe
GRANT SELECT ON TABLE public.u TO PUBLIC;

COMMIT;
