-- from from.sql to to.sql, for postgres 15
-- 4 steps: 4 safe

BEGIN;

-- 1. create composite type public.ty: safe
CREATE TYPE public.ty AS (
  a integer,
  b text
);

-- 2. create table public.o: safe
--    undo: conditional: the rows written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.o LIMIT 1
CREATE TABLE public.o (
  id bigint NOT NULL,
  region text NOT NULL,
  priority integer DEFAULT 0,
  notes text
) PARTITION BY LIST (region);

-- 3. create table public.o_us: safe
--    undo: conditional: the rows written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.o_us LIMIT 1
CREATE TABLE public.o_us PARTITION OF public.o (
  priority DEFAULT 10,
  notes NOT NULL,
  CONSTRAINT o_us_id_check CHECK (id > 0),
  CONSTRAINT o_us_pkey PRIMARY KEY (id)
) FOR VALUES IN ('us');

-- 4. create table public.tt: safe
--    undo: conditional: the rows written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.tt LIMIT 1
CREATE TABLE public.tt OF public.ty (
  a NOT NULL,
  b DEFAULT 'x',
  CONSTRAINT tt_b_key UNIQUE (b)
);

COMMIT;
