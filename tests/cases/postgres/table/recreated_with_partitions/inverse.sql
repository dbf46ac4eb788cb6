-- from to.sql to from.sql, for postgres 15
-- 6 steps: 3 breaking, 3 safe

BEGIN;

-- 1. drop table public.m_old: breaking
--    loses the rows of public.m_old
--    locks public.m_old (ACCESS EXCLUSIVE)
--    locks public.m (ACCESS EXCLUSIVE)
--    undo: loses data: the rows of public.m_old
DROP TABLE public.m_old;

-- 2. drop table public.m_rest: breaking
--    loses the rows of public.m_rest
--    locks public.m_rest (ACCESS EXCLUSIVE)
--    locks public.m (ACCESS EXCLUSIVE)
DROP TABLE public.m_rest;

-- 3. drop table public.m: breaking
--    loses the rows of public.m
--    locks public.m (ACCESS EXCLUSIVE)
--    undo: loses data: the rows of public.m
DROP TABLE public.m;

-- 4. create table public.m: safe
--    undo: conditional: the rows written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.m LIMIT 1
CREATE TABLE public.m (
  id integer,
  at date NOT NULL
) PARTITION BY RANGE (at);

-- 5. create table public.m_old: safe
--    undo: conditional: the rows written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.m_old LIMIT 1
CREATE TABLE public.m_old PARTITION OF public.m FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');

-- 6. create table public.m_rest: safe
CREATE TABLE public.m_rest PARTITION OF public.m DEFAULT;

COMMIT;
