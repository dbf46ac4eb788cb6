-- from to.sql to from.sql, for postgres 15
-- 7 steps: 1 breaking, 6 safe

BEGIN;

-- 1. drop column public.p.e: breaking
--    loses the values of public.p.e
--    breaks readers and writers: column public.p.e is gone
--    locks public.p (ACCESS EXCLUSIVE)
--    locks public.p3 (ACCESS EXCLUSIVE)
--    locks public.p4 (ACCESS EXCLUSIVE)
--    undo: loses data: the values of public.p.e
ALTER TABLE public.p DROP COLUMN e;

-- 2. create column public.p.d: safe
--    locks public.p (ACCESS EXCLUSIVE)
--    locks public.p3 (ACCESS EXCLUSIVE)
--    locks public.p4 (ACCESS EXCLUSIVE)
--    undo: conditional: what is written to public.p.d meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.p WHERE d IS DISTINCT FROM (1) LIMIT 1
ALTER TABLE public.p ADD COLUMN d integer DEFAULT 1;

-- 3. create table public.p2: safe
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

-- 4. alter column public.p3.b: safe
--    note: readers of column public.p3.b may find nulls
--    locks public.p3 (ACCESS EXCLUSIVE)
--    undo: conditional: nulls written meanwhile keep NOT NULL from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.p3 WHERE b IS NULL LIMIT 1
ALTER TABLE public.p3 ALTER COLUMN b DROP NOT NULL;

-- 5. alter default public.p3.a: safe
--    locks public.p3 (ACCESS EXCLUSIVE)
ALTER TABLE public.p3 ALTER COLUMN a SET DEFAULT 3;

-- 6. create default public.p3.c: safe
--    locks public.p3 (ACCESS EXCLUSIVE)
ALTER TABLE public.p3 ALTER COLUMN c SET DEFAULT 5;

-- 7. alter default public.p4.a: safe
--    locks public.p4 (ACCESS EXCLUSIVE)
ALTER TABLE public.p4 ALTER COLUMN a SET DEFAULT 7;

COMMIT;
-- says: to.sql:1:66: note: column public.p.d is dropped and public.p.e is created, and they look alike; if it is a rename, write -- @renamed from=d above it, or give --rename public.p.d=e
-- says:   create table p (id int, a int default 3, b int, c int default 5, e int default 4) partition by range (id);
-- says:                                                                    ^
