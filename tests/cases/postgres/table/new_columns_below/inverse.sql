-- from to.sql to from.sql, for postgres 15
-- 13 steps: 13 breaking

BEGIN;

-- 1. drop column public.i.a: breaking
--    loses the values of public.i.a
--    breaks readers and writers: column public.i.a is gone
--    locks public.i (ACCESS EXCLUSIVE)
--    locks public.i1 (ACCESS EXCLUSIVE)
--    locks public.i2 (ACCESS EXCLUSIVE)
--    locks public.i3 (ACCESS EXCLUSIVE)
--    undo: loses data: the values of public.i.a
ALTER TABLE public.i DROP COLUMN a;

-- 2. drop column public.i.b: breaking
--    loses the values of public.i.b
--    breaks readers and writers: column public.i.b is gone
--    locks public.i (ACCESS EXCLUSIVE)
--    locks public.i1 (ACCESS EXCLUSIVE)
--    locks public.i2 (ACCESS EXCLUSIVE)
--    locks public.i3 (ACCESS EXCLUSIVE)
--    undo: loses data: the values of public.i.b
ALTER TABLE public.i DROP COLUMN b;

-- 3. drop column public.i.c: breaking
--    loses the values of public.i.c
--    breaks readers and writers: column public.i.c is gone
--    locks public.i (ACCESS EXCLUSIVE)
--    locks public.i1 (ACCESS EXCLUSIVE)
--    locks public.i2 (ACCESS EXCLUSIVE)
--    locks public.i3 (ACCESS EXCLUSIVE)
--    undo: loses data: the values of public.i.c
ALTER TABLE public.i DROP COLUMN c;

-- 4. drop column public.i.d: breaking
--    loses the values of public.i.d
--    breaks readers and writers: column public.i.d is gone
--    locks public.i (ACCESS EXCLUSIVE)
--    locks public.i1 (ACCESS EXCLUSIVE)
--    locks public.i2 (ACCESS EXCLUSIVE)
--    locks public.i3 (ACCESS EXCLUSIVE)
--    undo: loses data: the values of public.i.d
ALTER TABLE public.i DROP COLUMN d;

-- 5. drop column public.i2.a: breaking
--    loses the values of public.i2.a
--    breaks readers and writers: column public.i2.a is gone
--    locks public.i2 (ACCESS EXCLUSIVE)
--    locks public.i3 (ACCESS EXCLUSIVE)
--    undo: loses data: the values of public.i2.a
ALTER TABLE public.i2 DROP COLUMN a;

-- 6. drop column public.i2.b: breaking
--    loses the values of public.i2.b
--    breaks readers and writers: column public.i2.b is gone
--    locks public.i2 (ACCESS EXCLUSIVE)
--    locks public.i3 (ACCESS EXCLUSIVE)
--    undo: loses data: the values of public.i2.b
ALTER TABLE public.i2 DROP COLUMN b;

-- 7. drop column public.p.a: breaking
--    loses the values of public.p.a
--    breaks readers and writers: column public.p.a is gone
--    locks public.p (ACCESS EXCLUSIVE)
--    locks public.p1 (ACCESS EXCLUSIVE)
--    locks public.p2 (ACCESS EXCLUSIVE)
--    undo: loses data: the values of public.p.a
ALTER TABLE public.p DROP COLUMN a;

-- 8. drop column public.p.b: breaking
--    loses the values of public.p.b
--    breaks readers and writers: column public.p.b is gone
--    locks public.p (ACCESS EXCLUSIVE)
--    locks public.p1 (ACCESS EXCLUSIVE)
--    locks public.p2 (ACCESS EXCLUSIVE)
--    undo: loses data: the values of public.p.b
ALTER TABLE public.p DROP COLUMN b;

-- 9. drop column public.p.c: breaking
--    loses the values of public.p.c
--    breaks readers and writers: column public.p.c is gone
--    locks public.p (ACCESS EXCLUSIVE)
--    locks public.p1 (ACCESS EXCLUSIVE)
--    locks public.p2 (ACCESS EXCLUSIVE)
--    undo: loses data: the values of public.p.c
ALTER TABLE public.p DROP COLUMN c;

-- 10. drop column public.p.d: breaking
--    loses the values of public.p.d
--    breaks readers and writers: column public.p.d is gone
--    locks public.p (ACCESS EXCLUSIVE)
--    locks public.p1 (ACCESS EXCLUSIVE)
--    locks public.p2 (ACCESS EXCLUSIVE)
--    undo: loses data: the values of public.p.d
ALTER TABLE public.p DROP COLUMN d;

-- 11. drop table public.i4: breaking
--    loses the rows of public.i4
--    breaks readers and writers: table public.i4 is gone
--    locks public.i4 (ACCESS EXCLUSIVE)
--    undo: loses data: the rows of public.i4
DROP TABLE public.i4;

-- 12. drop table public.p3: breaking
--    loses the rows of public.p3
--    breaks readers and writers: table public.p3 is gone
--    locks public.p3 (ACCESS EXCLUSIVE)
--    locks public.p (ACCESS EXCLUSIVE)
--    undo: loses data: the rows of public.p3
DROP TABLE public.p3;

-- 13. drop enum public.mood: breaking
--    breaks readers and writers: enum public.mood is gone
DROP TYPE public.mood;

COMMIT;
