-- from from.sql to to.sql, for postgres 15
-- 4 steps: 1 breaking, 3 safe

BEGIN;

-- 1. drop table public.p2: breaking
--    loses the rows of public.p2
--    breaks readers and writers: table public.p2 is gone
--    locks public.p2 (ACCESS EXCLUSIVE)
--    locks public.p (ACCESS EXCLUSIVE)
--    undo: loses data: the rows of public.p2
DROP TABLE public.p2;

-- 2. create table public.p3: safe
--    locks public.p (ACCESS EXCLUSIVE)
--    undo: conditional: the rows written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.p3 LIMIT 1
CREATE TABLE public.p3 PARTITION OF public.p (
  a DEFAULT 2,
  b NOT NULL,
  c DEFAULT NULL,
  d DEFAULT 9 NOT NULL
) FOR VALUES FROM (10) TO (20);

-- 3. alter default public.p4.a: safe
--    locks public.p4 (ACCESS EXCLUSIVE)
ALTER TABLE public.p4 ALTER COLUMN a SET DEFAULT 8;

-- 4. alter default public.p4.c: safe
--    locks public.p4 (ACCESS EXCLUSIVE)
ALTER TABLE public.p4 ALTER COLUMN c SET DEFAULT 3;

COMMIT;
