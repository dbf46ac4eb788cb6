-- from to.sql to from.sql, for postgres 15
-- 4 steps: 1 breaking, 3 safe

BEGIN;

-- 1. drop table public.p3: breaking
--    loses the rows of public.p3
--    breaks readers and writers: table public.p3 is gone
--    locks public.p3 (ACCESS EXCLUSIVE)
--    locks public.p (ACCESS EXCLUSIVE)
--    undo: loses data: the rows of public.p3
DROP TABLE public.p3;

-- 2. create table public.p2: safe
--    locks public.p (ACCESS EXCLUSIVE)
--    undo: conditional: the rows written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.p2 LIMIT 1
CREATE TABLE public.p2 PARTITION OF public.p (
  a DEFAULT 2,
  b NOT NULL,
  c DEFAULT NULL,
  d DEFAULT 9 NOT NULL,
  CONSTRAINT p2_d_check CHECK (d > 1)
) FOR VALUES FROM (1) TO (10);

-- 3. alter default public.p4.a: safe
--    locks public.p4 (ACCESS EXCLUSIVE)
ALTER TABLE public.p4 ALTER COLUMN a SET DEFAULT 7;

-- 4. alter default public.p4.c: safe
--    locks public.p4 (ACCESS EXCLUSIVE)
ALTER TABLE public.p4 ALTER COLUMN c SET DEFAULT 5;

COMMIT;
