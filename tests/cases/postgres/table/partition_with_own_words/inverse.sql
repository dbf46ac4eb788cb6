-- from to.sql to from.sql, for postgres 15
-- 4 steps: 4 breaking

BEGIN;

-- 1. drop table public.o_us: breaking
--    loses the rows of public.o_us
--    breaks readers and writers: table public.o_us is gone
--    locks public.o_us (ACCESS EXCLUSIVE)
--    locks public.o_us_pkey (ACCESS EXCLUSIVE)
--    locks public.o (ACCESS EXCLUSIVE)
--    undo: loses data: the rows of public.o_us
DROP TABLE public.o_us;

-- 2. drop table public.o: breaking
--    loses the rows of public.o
--    breaks readers and writers: table public.o is gone
--    locks public.o (ACCESS EXCLUSIVE)
--    undo: loses data: the rows of public.o
DROP TABLE public.o;

-- 3. drop table public.tt: breaking
--    loses the rows of public.tt
--    breaks readers and writers: table public.tt is gone
--    locks public.tt (ACCESS EXCLUSIVE)
--    locks public.tt_b_key (ACCESS EXCLUSIVE)
--    undo: loses data: the rows of public.tt
DROP TABLE public.tt;

-- 4. drop composite type public.ty: breaking
--    breaks readers and writers: composite type public.ty is gone
--    locks public.ty (ACCESS EXCLUSIVE)
DROP TYPE public.ty;

COMMIT;
