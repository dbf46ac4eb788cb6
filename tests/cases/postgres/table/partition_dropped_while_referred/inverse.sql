-- from to.sql to from.sql, for postgres 15
-- 2 steps: 2 safe

BEGIN;

-- 1. create table public.reading_2023: safe
--    locks public.reading (ACCESS EXCLUSIVE)
--    undo: conditional: the rows written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.reading_2023 LIMIT 1
CREATE TABLE public.reading_2023 PARTITION OF public.reading FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');

-- 2. create table public.reading_2024_a: safe
--    locks public.reading_2024 (ACCESS EXCLUSIVE)
--    undo: conditional: the rows written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.reading_2024_a LIMIT 1
CREATE TABLE public.reading_2024_a PARTITION OF public.reading_2024 FOR VALUES FROM ('2024-01-01') TO ('2024-07-01');

COMMIT;
