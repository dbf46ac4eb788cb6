-- from from.sql to to.sql, for postgres 15
-- 2 steps: 2 safe

BEGIN;

-- 1. alter enum public.mood: safe
--    note: readers may find 'so-so' in public.mood
--    undo: conditional: the type is made anew without 'so-so': no row may have it
--    a row here means that it is not exact: SELECT 1 FROM public.t WHERE m = 'so-so' LIMIT 1
ALTER TYPE public.mood ADD VALUE 'so-so' AFTER 'sad';

-- 2. alter enum public.mood: safe
--    note: readers may find 'it''s' in public.mood
--    undo: conditional: the type is made anew without 'it''s': no row may have it
--    a row here means that it is not exact: SELECT 1 FROM public.t WHERE m = 'it''s' LIMIT 1
ALTER TYPE public.mood ADD VALUE 'it''s';

COMMIT;
