-- from from.sql to to.sql, for postgres 15
-- 12 steps: 12 safe

BEGIN;

-- 1. alter domain public.dd: safe
ALTER DOMAIN public.dd SET DEFAULT null;

-- 2. alter domain public.dv: safe
ALTER DOMAIN public.dv SET DEFAULT null;

-- 3. create default public.t.a: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT null;

-- 4. create default public.t.b: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN b SET DEFAULT null;

-- 5. create default public.t.c: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN c SET DEFAULT null;

-- 6. create default public.t.d: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN d SET DEFAULT null;

-- 7. create default public.t.e: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN e SET DEFAULT (null);

-- 8. create default public.t.f: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN f SET DEFAULT null;

-- 9. create default public.t.g: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN g SET DEFAULT null;

-- 10. create default public.t.k: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN k SET DEFAULT null;

-- 11. create default public.u.b: safe
--    locks public.u (ACCESS EXCLUSIVE)
ALTER TABLE public.u ALTER COLUMN b SET DEFAULT null;

-- 12. create default public.u.c: safe
--    locks public.u (ACCESS EXCLUSIVE)
ALTER TABLE public.u ALTER COLUMN c SET DEFAULT null;

COMMIT;
