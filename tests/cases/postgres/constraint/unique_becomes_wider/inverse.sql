-- from to.sql to from.sql, for postgres 15
-- 3 steps: 1 breaking, 2 safe

BEGIN;

-- 1. drop unique public.t.once: safe
--    locks public.t (ACCESS EXCLUSIVE)
--    locks public.once (ACCESS EXCLUSIVE)
--    undo: conditional: equal values written meanwhile keep unique once from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.t WHERE a IS NOT NULL AND b IS NOT NULL GROUP BY a, b HAVING count(*) > 1 LIMIT 1
ALTER TABLE public.t DROP CONSTRAINT once;

COMMIT;

-- 2. create unique public.t.once: breaking
--    fails on rows of public.t that are equal in a
--    breaks writers: unique once refuses equal values
--    locks public.t (SHARE UPDATE EXCLUSIVE)
--    reads all of public.t
--    builds public.once
--    a row here means that it fails: SELECT 1 FROM public.t WHERE a IS NOT NULL GROUP BY a HAVING count(*) > 1 LIMIT 1
CREATE UNIQUE INDEX CONCURRENTLY once ON public.t (a);

BEGIN;

-- 3. create unique public.t.once: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ADD CONSTRAINT once UNIQUE USING INDEX once;

COMMIT;
