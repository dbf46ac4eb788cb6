-- from from.sql to to.sql, for postgres 15
-- 3 steps: 3 safe

BEGIN;

-- 1. create table public.p2: safe
--    locks public.p (ACCESS EXCLUSIVE)
--    undo: conditional: the rows written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.p2 LIMIT 1
CREATE TABLE public.p2 PARTITION OF public.p (
  d DEFAULT NULL
) FOR VALUES FROM (10) TO (20);

-- 2. create table public.q: safe
--    undo: conditional: the rows written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.q LIMIT 1
CREATE TABLE public.q (
  a integer DEFAULT 3
);

-- 3. create table public.q1: safe
--    undo: conditional: the rows written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.q1 LIMIT 1
CREATE TABLE public.q1 (
  a integer DEFAULT NULL
) INHERITS (public.q);

COMMIT;
