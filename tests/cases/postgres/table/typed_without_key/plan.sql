-- from from.sql to to.sql, for postgres 15
-- 2 steps: 1 breaking, 1 safe

BEGIN;

-- 1. drop primary key public.t.t_pkey: breaking
--    breaks writers: primary key t_pkey: equal values are taken, ON CONFLICT (a) is not
--    locks public.t (ACCESS EXCLUSIVE)
--    locks public.t_pkey (ACCESS EXCLUSIVE)
--    undo: conditional: equal values written meanwhile keep primary key t_pkey from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.t GROUP BY a HAVING count(*) > 1 LIMIT 1
ALTER TABLE public.t DROP CONSTRAINT t_pkey;

-- 2. alter column public.t.a: safe
--    note: readers of column public.t.a may find nulls
--    locks public.t (ACCESS EXCLUSIVE)
--    undo: conditional: nulls written meanwhile keep NOT NULL from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.t WHERE a IS NULL LIMIT 1
ALTER TABLE public.t ALTER COLUMN a DROP NOT NULL;

COMMIT;
