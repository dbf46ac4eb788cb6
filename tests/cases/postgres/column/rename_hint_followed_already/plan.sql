-- from from.sql to to.sql, for postgres 15
-- 1 step: 1 safe

BEGIN;

-- 1. alter column public.users.user_name: safe
--    locks public.users (ACCESS EXCLUSIVE)
--    undo: conditional: texts longer than 50 characters in public.users.user_name, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.users WHERE NOT (char_length(user_name) <= 50) LIMIT 1
ALTER TABLE public.users ALTER COLUMN user_name TYPE character varying(100);

COMMIT;
