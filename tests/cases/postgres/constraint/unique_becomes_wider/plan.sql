-- from from.sql to to.sql, for postgres 15
-- 3 steps: 3 safe

BEGIN;

-- 1. drop unique public.t.once: safe
--    locks public.t (ACCESS EXCLUSIVE)
--    locks public.once (ACCESS EXCLUSIVE)
--    undo: conditional: equal values written meanwhile keep unique once from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.t WHERE a IS NOT NULL GROUP BY a HAVING count(*) > 1 LIMIT 1
ALTER TABLE public.t DROP CONSTRAINT once;

COMMIT;

-- 2. create unique public.t.once: safe
--    locks public.t (SHARE UPDATE EXCLUSIVE)
--    reads all of public.t
--    builds public.once
CREATE UNIQUE INDEX CONCURRENTLY once ON public.t (a, b);

BEGIN;

-- 3. create unique public.t.once: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ADD CONSTRAINT once UNIQUE USING INDEX once;

COMMIT;
