-- from to.sql to from.sql, for postgres 15
-- 1 step: 1 safe

BEGIN;

-- 1. alter enum public.st: safe
--    note: readers may find 'c' in public.st
--    undo: conditional: the type is made anew without 'c': no row may have it
--    a row here means that it is not exact: SELECT 1 FROM public.t WHERE c = 'c' LIMIT 1
ALTER TYPE public.st ADD VALUE 'c';

COMMIT;
