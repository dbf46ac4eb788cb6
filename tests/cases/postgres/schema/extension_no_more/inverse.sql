-- from to.sql to from.sql, for postgres 15
-- 2 steps: 1 breaking, 1 safe

BEGIN;

-- 1. create extension citext: safe
CREATE EXTENSION citext;

-- 2. alter column public.person.mail: breaking
--    breaks readers: column public.person.mail is of type public.citext for its readers
--    locks public.person (ACCESS EXCLUSIVE)
--    locks public.person_mail (ACCESS EXCLUSIVE)
ALTER TABLE public.person ALTER COLUMN mail TYPE public.citext USING mail::public.citext;

COMMIT;
