-- from to.sql to from.sql, for postgres 15
-- 12 steps: 12 safe

BEGIN;

-- 1. drop default public.t.a: safe
--    note: rows written without public.t.a get null
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;

-- 2. drop default public.t.b: safe
--    note: rows written without public.t.b get null
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN b DROP DEFAULT;

-- 3. drop default public.t.c: safe
--    note: rows written without public.t.c get null
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN c DROP DEFAULT;

-- 4. drop default public.t.d: safe
--    note: rows written without public.t.d get null
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN d DROP DEFAULT;

-- 5. drop default public.t.e: safe
--    note: rows written without public.t.e get null
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN e DROP DEFAULT;

-- 6. drop default public.t.f: safe
--    note: rows written without public.t.f get null
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN f DROP DEFAULT;

-- 7. drop default public.t.g: safe
--    note: rows written without public.t.g get null
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN g DROP DEFAULT;

-- 8. drop default public.t.k: safe
--    note: rows written without public.t.k get null
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN k DROP DEFAULT;

-- 9. drop default public.u.b: safe
--    note: rows written without public.u.b get null
--    locks public.u (ACCESS EXCLUSIVE)
ALTER TABLE public.u ALTER COLUMN b DROP DEFAULT;

-- 10. drop default public.u.c: safe
--    note: rows written without public.u.c get null
--    locks public.u (ACCESS EXCLUSIVE)
ALTER TABLE public.u ALTER COLUMN c DROP DEFAULT;

-- 11. alter domain public.dd: safe
ALTER DOMAIN public.dd SET DEFAULT 'x';

-- 12. alter domain public.dv: safe
ALTER DOMAIN public.dv DROP DEFAULT;

COMMIT;
