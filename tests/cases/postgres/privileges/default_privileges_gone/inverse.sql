-- from to.sql to from.sql, for postgres 15
-- 3 steps: 3 safe

BEGIN;

-- 1. drop default privileges "FOR ROLE postgres IN SCHEMA public ON SEQUENCES": safe
ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA public REVOKE USAGE ON SEQUENCES FROM PUBLIC;

-- 2. alter default privileges "IN SCHEMA public ON SEQUENCES": safe
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO PUBLIC;

-- 3. alter default privileges "IN SCHEMA public ON TABLES": safe
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO PUBLIC;

COMMIT;
