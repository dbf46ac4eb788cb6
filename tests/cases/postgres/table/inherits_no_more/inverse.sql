-- from to.sql to from.sql, for postgres 15
-- 5 steps: 3 breaking, 2 safe

BEGIN;

-- 1. create column public.c.b: safe
--    locks public.c (ACCESS EXCLUSIVE)
--    undo: conditional: what is written to public.c.b meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.c WHERE b IS DISTINCT FROM ('q') LIMIT 1
ALTER TABLE public.c ADD COLUMN b text DEFAULT 'q' NOT NULL;

-- 2. create check public.c.pc: breaking
--    fails on rows that check public.c.pc refuses
--    breaks writers: check public.c.pc refuses rows
--    locks public.c (ACCESS EXCLUSIVE)
--    a row here means that it fails: SELECT 1 FROM public.c WHERE NOT (a > 0) LIMIT 1
ALTER TABLE public.c ADD CONSTRAINT pc CHECK (a > 0) NOT VALID;

COMMIT;

BEGIN;

-- 3. create check public.c.pc: breaking
--    fails on rows that check public.c.pc refuses
--    breaks writers: check public.c.pc refuses rows
--    locks public.c (SHARE UPDATE EXCLUSIVE)
--    reads all of public.c
--    a row here means that it fails: SELECT 1 FROM public.c WHERE NOT (a > 0) LIMIT 1
ALTER TABLE public.c VALIDATE CONSTRAINT pc;

-- 4. alter table public.c: breaking
--    breaks readers: the rows of public.c are found in public.p
--    locks public.c (ACCESS EXCLUSIVE)
--    locks public.p (SHARE UPDATE EXCLUSIVE)
ALTER TABLE public.c INHERIT public.p;

-- 5. create view public.v: safe
--    locks public.c (ACCESS SHARE)
CREATE VIEW public.v AS
SELECT b FROM public.c;

COMMIT;
