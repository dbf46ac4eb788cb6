-- from from.sql to to.sql, for postgres 15
-- 4 steps: 4 safe

BEGIN;

-- 1. create table public.t: safe
--    undo: conditional: the rows written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.t LIMIT 1
CREATE TABLE public.t (
  c public.citext NOT NULL,
  d public.citext[],
  CONSTRAINT t_pkey PRIMARY KEY (c)
);

-- 2. create table public.u: safe
--    undo: conditional: the rows written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.u LIMIT 1
CREATE TABLE public.u (
  c public.citext,
  CONSTRAINT u_c_fkey FOREIGN KEY (c) REFERENCES public.t (c)
);

-- 3. create function public.f(public.hstore): safe
CREATE FUNCTION public.f(h public.hstore)
RETURNS text
LANGUAGE sql
AS $$ select h->'a' $$;

-- 4. create function public.f2(public.hstore, public.citext): safe
CREATE FUNCTION public.f2(h public.hstore, c public.citext)
RETURNS SETOF public.citext
LANGUAGE sql
AS $$ select c $$;

COMMIT;
