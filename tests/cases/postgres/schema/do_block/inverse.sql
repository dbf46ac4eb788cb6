-- from to.sql to from.sql, for postgres 15
-- 4 steps: 4 breaking

BEGIN;

-- 1. drop table public.made: breaking
--    loses the rows of public.made
--    breaks readers and writers: table public.made is gone
--    locks public.made (ACCESS EXCLUSIVE)
--    undo: loses data: the rows of public.made
DROP TABLE public.made;

-- 2. drop table public.words: breaking
--    loses the rows of public.words
--    breaks readers and writers: table public.words is gone
--    locks public.words (ACCESS EXCLUSIVE)
--    locks public.words_trgm (ACCESS EXCLUSIVE)
--    undo: loses data: the rows of public.words
DROP TABLE public.words;

-- 3. drop enum public.size: breaking
--    breaks readers and writers: enum public.size is gone
DROP TYPE public.size;

-- 4. drop extension pg_trgm: breaking
--    breaks readers and writers: extension pg_trgm is gone
DROP EXTENSION pg_trgm;

COMMIT;
-- says: to.sql:14:15: note: enum public.size exists already: the condition before it is taken not to hold
-- says:     CREATE TYPE size AS ENUM ('small', 'large');
-- says:                 ^
