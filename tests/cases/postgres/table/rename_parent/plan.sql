-- from from.sql to to.sql, for postgres 15
-- 2 steps: 2 breaking

BEGIN;

-- 1. rename table public.ground: breaking
--    breaks readers and writers: table public.base is now public.ground
--    locks public.base (ACCESS EXCLUSIVE)
ALTER TABLE public.base RENAME TO ground;

-- 2. rename table public.pieces: breaking
--    breaks readers and writers: table public.parts is now public.pieces
--    locks public.parts (ACCESS EXCLUSIVE)
ALTER TABLE public.parts RENAME TO pieces;

COMMIT;
