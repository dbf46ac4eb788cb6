-- from to.sql to from.sql, for postgres 15
-- 4 steps: 1 breaking, 3 safe

BEGIN;

-- 1. drop domain check public.code.code_check: safe
--    undo: conditional: values it would have refused, written meanwhile, keep it from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.t WHERE NOT ((length(c) = 3)) LIMIT 1
ALTER DOMAIN public.code DROP CONSTRAINT code_check;

-- 2. alter domain public.code: safe
--    undo: conditional: values it would have refused, written meanwhile, keep it from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.t WHERE NOT (c IS NOT NULL) LIMIT 1
ALTER DOMAIN public.code DROP NOT NULL;

-- 3. alter domain public.code: safe
ALTER DOMAIN public.code DROP DEFAULT;

-- 4. create domain check public.code.code_check: breaking
--    fails on values that domain check public.code.code_check refuses
--    breaks writers: domain check public.code.code_check refuses values
--    note: writers of public.t wait while it is read (its size is not known)
--    locks public.t (SHARE)
--    reads all of public.t
--    a row here means that it fails: SELECT 1 FROM public.t WHERE NOT ((c <> '')) LIMIT 1
ALTER DOMAIN public.code ADD CONSTRAINT code_check CHECK (VALUE <> '');

COMMIT;
