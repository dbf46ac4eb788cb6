-- from from.sql to to.sql, for postgres 15
-- 2 steps: 2 breaking

BEGIN;

-- 1. alter column public.person.mail: breaking
--    breaks readers: column public.person.mail is of type text for its readers
--    locks public.person (ACCESS EXCLUSIVE)
--    locks public.person_mail (ACCESS EXCLUSIVE)
ALTER TABLE public.person ALTER COLUMN mail TYPE text;

-- 2. drop extension citext: breaking
--    breaks readers and writers: extension citext is gone
DROP EXTENSION citext;

COMMIT;
