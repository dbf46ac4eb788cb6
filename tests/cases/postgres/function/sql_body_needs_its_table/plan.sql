-- from from.sql to to.sql, for postgres 15
-- 3 steps: 3 safe

BEGIN;

-- 1. create table public.counted: safe
--    undo: conditional: the rows written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.counted LIMIT 1
CREATE TABLE public.counted (
  id integer NOT NULL,
  place bigint,
  CONSTRAINT counted_pkey PRIMARY KEY (id)
);

-- 2. create function public.next_place(): safe
CREATE FUNCTION public.next_place()
RETURNS bigint
LANGUAGE sql
AS $$SELECT count(*) + 1 FROM counted$$;

-- 3. create default public.counted.place: safe
ALTER TABLE public.counted ALTER COLUMN place SET DEFAULT public.next_place();

COMMIT;
