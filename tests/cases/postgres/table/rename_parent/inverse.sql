-- from to.sql to from.sql, for postgres 15
-- 2 steps: 2 breaking

BEGIN;

-- 1. rename table public.base: breaking
--    breaks readers and writers: table public.ground is now public.base
--    locks public.ground (ACCESS EXCLUSIVE)
ALTER TABLE public.ground RENAME TO base;

-- 2. rename table public.parts: breaking
--    breaks readers and writers: table public.pieces is now public.parts
--    locks public.pieces (ACCESS EXCLUSIVE)
ALTER TABLE public.pieces RENAME TO parts;

COMMIT;
