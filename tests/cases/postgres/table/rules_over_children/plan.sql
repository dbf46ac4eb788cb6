-- from from.sql to to.sql, for postgres 15
-- 5 steps: 5 safe

BEGIN;

-- 1. create table public.base: safe
--    undo: conditional: the rows written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.base LIMIT 1
CREATE TABLE public.base (
  id integer
);

-- 2. create table public.high: safe
--    undo: conditional: the rows written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.high LIMIT 1
CREATE TABLE public.high (
  CONSTRAINT high_id_check CHECK (id >= 10)
) INHERITS (public.base);

-- 3. create table public.low: safe
--    undo: conditional: the rows written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.low LIMIT 1
CREATE TABLE public.low (
  CONSTRAINT low_id_check CHECK (id < 10)
) INHERITS (public.base);

-- 4. create rule public.base.to_high: safe
CREATE RULE to_high AS ON INSERT TO public.base WHERE new.id >= 10 DO INSTEAD (INSERT INTO public.high VALUES (new.id));

-- 5. create rule public.base.to_low: safe
CREATE RULE to_low AS ON INSERT TO public.base WHERE new.id < 10 DO INSTEAD (INSERT INTO public.low VALUES (new.id));

COMMIT;
