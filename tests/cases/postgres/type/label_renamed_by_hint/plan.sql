-- from from.sql to to.sql, for postgres 15
-- 1 step: 1 breaking

BEGIN;

-- 1. alter enum public.priority: breaking
--    breaks readers and writers: label 'mid' of public.priority is now 'medium'
ALTER TYPE public.priority RENAME VALUE 'mid' TO 'medium';

COMMIT;
