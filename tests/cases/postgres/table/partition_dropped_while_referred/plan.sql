-- from from.sql to to.sql, for postgres 15
-- 4 steps: 4 breaking

BEGIN;

-- 1. drop table public.reading_2023: breaking
--    fails on rows of public.remark that refer to rows of public.reading_2023
--    locks public.reading (ACCESS EXCLUSIVE)
--    locks public.reading_2023 (ACCESS EXCLUSIVE)
ALTER TABLE public.reading DETACH PARTITION public.reading_2023;

-- 2. drop table public.reading_2023: breaking
--    loses the rows of public.reading_2023
--    breaks readers and writers: table public.reading_2023 is gone
--    locks public.reading_2023 (ACCESS EXCLUSIVE)
--    locks public.reading_2023_pkey (ACCESS EXCLUSIVE)
--    locks public.reading (ACCESS EXCLUSIVE)
--    undo: loses data: the rows of public.reading_2023
DROP TABLE public.reading_2023;

-- 3. drop table public.reading_2024_a: breaking
--    fails on rows of public.remark that refer to rows of public.reading_2024_a
--    locks public.reading_2024 (ACCESS EXCLUSIVE)
--    locks public.reading_2024_a (ACCESS EXCLUSIVE)
ALTER TABLE public.reading_2024 DETACH PARTITION public.reading_2024_a;

-- 4. drop table public.reading_2024_a: breaking
--    loses the rows of public.reading_2024_a
--    breaks readers and writers: table public.reading_2024_a is gone
--    locks public.reading_2024_a (ACCESS EXCLUSIVE)
--    locks public.reading_2024_a_pkey (ACCESS EXCLUSIVE)
--    locks public.reading_2024 (ACCESS EXCLUSIVE)
--    undo: loses data: the rows of public.reading_2024_a
DROP TABLE public.reading_2024_a;

COMMIT;
