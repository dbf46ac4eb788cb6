-- from from.sql to to.sql, for postgres 15
-- 20 steps: 20 safe

BEGIN;

-- 1. create enum public.mood: safe
CREATE TYPE public.mood AS ENUM ('a', 'b');

-- 2. create column public.i.c: safe
--    locks public.i (ACCESS EXCLUSIVE)
--    locks public.i1 (ACCESS EXCLUSIVE)
--    locks public.i2 (ACCESS EXCLUSIVE)
--    locks public.i3 (ACCESS EXCLUSIVE)
--    undo: conditional: what is written to public.i.c meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.i WHERE c IS NOT NULL LIMIT 1
ALTER TABLE public.i ADD COLUMN c integer;

-- 3. create column public.i.d: safe
--    locks public.i (ACCESS EXCLUSIVE)
--    locks public.i1 (ACCESS EXCLUSIVE)
--    locks public.i2 (ACCESS EXCLUSIVE)
--    locks public.i3 (ACCESS EXCLUSIVE)
--    undo: conditional: what is written to public.i.d meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.i WHERE d IS DISTINCT FROM ('a') LIMIT 1
ALTER TABLE public.i ADD COLUMN d public.mood DEFAULT 'a';

-- 4. create column public.i2.a: safe
--    locks public.i2 (ACCESS EXCLUSIVE)
--    locks public.i3 (ACCESS EXCLUSIVE)
--    undo: conditional: what is written to public.i2.a meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.i2 WHERE a IS NOT NULL LIMIT 1
ALTER TABLE public.i2 ADD COLUMN a integer;

-- 5. create column public.i.a: safe
--    locks public.i (ACCESS EXCLUSIVE)
--    locks public.i1 (ACCESS EXCLUSIVE)
--    locks public.i2 (ACCESS EXCLUSIVE)
--    locks public.i3 (ACCESS EXCLUSIVE)
--    undo: conditional: what is written to public.i.a meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.i WHERE a IS DISTINCT FROM (3) LIMIT 1
ALTER TABLE public.i ADD COLUMN a integer DEFAULT 3;

-- 6. alter column public.i1.a: safe
--    locks public.i1 (ACCESS EXCLUSIVE)
ALTER TABLE public.i1 ALTER COLUMN a DROP DEFAULT;

-- 7. create column public.i2.b: safe
--    locks public.i2 (ACCESS EXCLUSIVE)
--    locks public.i3 (ACCESS EXCLUSIVE)
--    undo: conditional: what is written to public.i2.b meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.i2 WHERE b IS DISTINCT FROM (3) LIMIT 1
ALTER TABLE public.i2 ADD COLUMN b integer DEFAULT 3;

-- 8. create table public.i4: safe
--    locks public.i2 (SHARE UPDATE EXCLUSIVE)
--    undo: conditional: the rows written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.i4 LIMIT 1
CREATE TABLE public.i4 (
  x integer
) INHERITS (public.i2);

-- 9. create column public.i.b: safe
--    locks public.i (ACCESS EXCLUSIVE)
--    locks public.i1 (ACCESS EXCLUSIVE)
--    locks public.i2 (ACCESS EXCLUSIVE)
--    locks public.i3 (ACCESS EXCLUSIVE)
--    undo: conditional: what is written to public.i.b meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.i WHERE b IS DISTINCT FROM (1) LIMIT 1
ALTER TABLE public.i ADD COLUMN b integer DEFAULT 1;

-- 10. alter column public.i3.b: safe
--    locks public.i3 (ACCESS EXCLUSIVE)
ALTER TABLE public.i3 ALTER COLUMN b DROP DEFAULT;

-- 11. alter column public.i4.b: safe
ALTER TABLE public.i4 ALTER COLUMN b DROP DEFAULT;

-- 12. create column public.p.c: safe
--    locks public.p (ACCESS EXCLUSIVE)
--    locks public.p1 (ACCESS EXCLUSIVE)
--    locks public.p2 (ACCESS EXCLUSIVE)
--    undo: conditional: what is written to public.p.c meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.p WHERE c IS NOT NULL LIMIT 1
ALTER TABLE public.p ADD COLUMN c integer;

-- 13. create column public.p.a: safe
--    locks public.p (ACCESS EXCLUSIVE)
--    locks public.p1 (ACCESS EXCLUSIVE)
--    locks public.p2 (ACCESS EXCLUSIVE)
--    undo: conditional: what is written to public.p.a meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.p WHERE a IS DISTINCT FROM (3) LIMIT 1
ALTER TABLE public.p ADD COLUMN a integer DEFAULT 3;

-- 14. create column public.p.b: safe
--    locks public.p (ACCESS EXCLUSIVE)
--    locks public.p1 (ACCESS EXCLUSIVE)
--    locks public.p2 (ACCESS EXCLUSIVE)
--    undo: conditional: what is written to public.p.b meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.p WHERE b IS DISTINCT FROM (1) LIMIT 1
ALTER TABLE public.p ADD COLUMN b integer DEFAULT 1;

-- 15. create column public.p.d: safe
--    locks public.p (ACCESS EXCLUSIVE)
--    locks public.p1 (ACCESS EXCLUSIVE)
--    locks public.p2 (ACCESS EXCLUSIVE)
--    undo: conditional: what is written to public.p.d meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.p WHERE d IS DISTINCT FROM ('a') LIMIT 1
ALTER TABLE public.p ADD COLUMN d public.mood DEFAULT 'a';

-- 16. create table public.p3: safe
--    locks public.p (ACCESS EXCLUSIVE)
--    undo: conditional: the rows written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.p3 LIMIT 1
CREATE TABLE public.p3 PARTITION OF public.p (
  a DEFAULT 2,
  b DEFAULT NULL,
  c DEFAULT 2,
  d DEFAULT 'b'
) FOR VALUES FROM (20) TO (30);

-- 17. alter column public.p2.b: safe
--    locks public.p2 (ACCESS EXCLUSIVE)
ALTER TABLE public.p2 ALTER COLUMN b DROP DEFAULT;

-- 18. create default public.p2.a: safe
--    locks public.p2 (ACCESS EXCLUSIVE)
ALTER TABLE public.p2 ALTER COLUMN a SET DEFAULT 2;

-- 19. create default public.p2.c: safe
--    locks public.p2 (ACCESS EXCLUSIVE)
ALTER TABLE public.p2 ALTER COLUMN c SET DEFAULT 2;

-- 20. create default public.p2.d: safe
--    locks public.p2 (ACCESS EXCLUSIVE)
ALTER TABLE public.p2 ALTER COLUMN d SET DEFAULT 'b';

COMMIT;
