-- from to.sql to from.sql, for postgres 15
-- 5 steps: 5 breaking

BEGIN;

-- 1. drop rule public.base.to_high: breaking
--    breaks readers and writers: rule public.base.to_high is gone
--    locks public.base (ACCESS EXCLUSIVE)
DROP RULE to_high ON public.base;

-- 2. drop rule public.base.to_low: breaking
--    breaks readers and writers: rule public.base.to_low is gone
--    locks public.base (ACCESS EXCLUSIVE)
DROP RULE to_low ON public.base;

-- 3. drop table public.high: breaking
--    loses the rows of public.high
--    breaks readers and writers: table public.high is gone
--    locks public.high (ACCESS EXCLUSIVE)
--    undo: loses data: the rows of public.high
DROP TABLE public.high;

-- 4. drop table public.low: breaking
--    loses the rows of public.low
--    breaks readers and writers: table public.low is gone
--    locks public.low (ACCESS EXCLUSIVE)
--    undo: loses data: the rows of public.low
DROP TABLE public.low;

-- 5. drop table public.base: breaking
--    loses the rows of public.base
--    breaks readers and writers: table public.base is gone
--    locks public.base (ACCESS EXCLUSIVE)
--    undo: loses data: the rows of public.base
DROP TABLE public.base;

COMMIT;
