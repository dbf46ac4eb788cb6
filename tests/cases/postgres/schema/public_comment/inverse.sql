-- from to.sql to from.sql, for postgres 15
-- 1 step: 1 safe

BEGIN;

-- 1. alter schema public: safe
COMMENT ON SCHEMA public IS 'ours';

COMMIT;
