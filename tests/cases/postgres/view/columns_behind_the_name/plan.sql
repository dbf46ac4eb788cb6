-- from from.sql to to.sql, for postgres 15
-- 5 steps: 5 safe

BEGIN;

-- 1. create view public.r: safe
--    locks public.t (ACCESS SHARE)
CREATE VIEW public.r (id, lvl) AS
WITH RECURSIVE r(id, lvl) AS (SELECT id, 1 FROM public.t WHERE p IS NULL UNION ALL SELECT t.id, lvl + 1 FROM public.t JOIN r ON t.p = r.id) SELECT id, lvl FROM r;

-- 2. create view public.r1: safe
--    locks public.t (ACCESS SHARE)
CREATE VIEW public.r1 (id, lvl) AS
WITH RECURSIVE r1(id, lvl) AS (SELECT id, p FROM public.t WHERE p IS NULL UNION ALL SELECT t.id, r1.lvl FROM public.t JOIN r1 ON t.p = r1.id) SELECT id, lvl FROM r1;

-- 3. create view public.r8: safe
--    locks public.t (ACCESS SHARE)
CREATE VIEW public.r8 (id, lvl) AS
WITH RECURSIVE r8(id, lvl) AS (SELECT id, 1 FROM public.t WHERE p IS NULL UNION ALL SELECT t.id, lvl FROM public.t JOIN r8 ON t.p = r8.id) SELECT id, lvl FROM r8;

-- 4. create view public.r9: safe
--    locks public.t (ACCESS SHARE)
CREATE VIEW public.r9 (id, lvl) AS
WITH RECURSIVE r9(id, lvl) AS (SELECT id, 1 FROM public.t WHERE p IS NULL UNION ALL SELECT t.id, r9.lvl FROM public.t JOIN r9 ON t.p = r9.id) SELECT id, lvl FROM r9;

-- 5. create view public.v: safe
--    locks public.t (ACCESS SHARE)
CREATE VIEW public.v (a, b) AS
SELECT id, p FROM public.t;

COMMIT;
