-- from from.sql to to.sql, for postgres 15
-- 5 steps: 5 safe

BEGIN;

-- 1. create extension pg_trgm: safe
CREATE EXTENSION pg_trgm;

-- 2. create enum public.size: safe
CREATE TYPE public.size AS ENUM ('small', 'large');

-- 3. create table public.made: safe
--    undo: conditional: the rows written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.made LIMIT 1
CREATE TABLE public.made (
  s public.size
);

-- 4. create table public.words: safe
--    undo: conditional: the rows written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.words LIMIT 1
CREATE TABLE public.words (
  word text
);

-- 5. create index public.words_trgm: safe
CREATE INDEX words_trgm ON public.words USING gin (word gin_trgm_ops);

COMMIT;
-- says: to.sql:14:15: note: enum public.size exists already: the condition before it is taken not to hold
-- says:     CREATE TYPE size AS ENUM ('small', 'large');
-- says:                 ^
