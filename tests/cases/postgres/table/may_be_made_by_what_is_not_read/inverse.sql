-- from to.sql to from.sql, for postgres 15
-- 1 step: 1 safe

BEGIN;

-- 1. create table public.x1: safe
--    undo: conditional: the rows written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.x1 LIMIT 1
CREATE TABLE public.x1 (
  a integer
);

COMMIT;
-- says: to.sql:3:1: warning: what the DO block does is not modelled: it is neither compared nor planned
-- says:   DO $$ DECLARE i int; BEGIN FOR i IN 1..0 LOOP EXECUTE format('CREATE TABLE x%s (a int)', i); END LOOP; END $$;
-- says:   ^
