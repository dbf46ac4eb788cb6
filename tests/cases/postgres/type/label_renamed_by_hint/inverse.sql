-- from to.sql to from.sql, for postgres 15
-- 1 step: 1 breaking

BEGIN;

-- 1. alter enum public.priority: breaking
--    breaks readers and writers: label 'medium' of public.priority is now 'mid'
ALTER TYPE public.priority RENAME VALUE 'medium' TO 'mid';

COMMIT;
