-- from from.sql to to.sql, for postgres 15
-- 1 step: 1 breaking

BEGIN;

-- 1. drop table public.x1: breaking
--    loses the rows of public.x1
--    breaks readers and writers: table public.x1 is gone
--    breaks readers and writers: table public.x1 may be what is made by the statement at to.sql:3:1, which is not read
--    locks public.x1 (ACCESS EXCLUSIVE)
--    undo: loses data: the rows of public.x1
DROP TABLE public.x1;

COMMIT;
-- says: to.sql:3:1: warning: what the DO block does is not modelled: it is neither compared nor planned
-- says:   DO $$ DECLARE i int; BEGIN FOR i IN 1..0 LOOP EXECUTE format('CREATE TABLE x%s (a int)', i); END LOOP; END $$;
-- says:   ^
