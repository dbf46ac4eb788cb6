-- from to.sql to from.sql, for postgres 15
-- 1 step: 1 safe

BEGIN;

-- 1. alter enum public.mood: safe
--    note: readers may find 'sad' in public.mood
--    undo: conditional: the type is made anew without 'sad': no row may have it
--    a row here means that it is not exact: SELECT 1 FROM public.person WHERE now = 'sad' LIMIT 1
ALTER TYPE public.mood ADD VALUE 'sad' BEFORE 'ok';

COMMIT;
