-- from to.sql to from.sql, for postgres 15
-- 1 step: 1 breaking

BEGIN;

-- 1. alter column public.users.user_name: breaking
--    fails on texts longer than 50 characters in public.users.user_name
--    breaks writers: column public.users.user_name refuses texts longer than 50 characters
--    note: readers and writers of public.users wait while it is written anew (its size is not known)
--    locks public.users (ACCESS EXCLUSIVE)
--    rewrites public.users
--    reads all of public.users
--    a row here means that it fails: SELECT 1 FROM public.users WHERE NOT (char_length(user_name) <= 50) LIMIT 1
ALTER TABLE public.users ALTER COLUMN user_name TYPE character varying(50);

COMMIT;
