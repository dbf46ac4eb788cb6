-- from to.sql to from.sql, for postgres 15
-- 26 steps: 26 safe

BEGIN;

-- 1. drop default public.i.d: safe
--    note: rows written without public.i.d get null
--    locks public.i (ACCESS EXCLUSIVE)
ALTER TABLE ONLY public.i ALTER COLUMN d DROP DEFAULT;

-- 2. drop default public.i.e: safe
--    note: rows written without public.i.e get null
--    locks public.i (ACCESS EXCLUSIVE)
ALTER TABLE ONLY public.i ALTER COLUMN e DROP DEFAULT;

-- 3. drop default public.i1.d: safe
--    note: rows written without public.i1.d get null
--    locks public.i1 (ACCESS EXCLUSIVE)
ALTER TABLE public.i1 ALTER COLUMN d DROP DEFAULT;

-- 4. drop default public.i1.e: safe
--    note: rows written without public.i1.e get null
--    locks public.i1 (ACCESS EXCLUSIVE)
ALTER TABLE public.i1 ALTER COLUMN e DROP DEFAULT;

-- 5. drop default public.i2.d: safe
--    note: rows written without public.i2.d get null
--    locks public.i2 (ACCESS EXCLUSIVE)
ALTER TABLE public.i2 ALTER COLUMN d DROP DEFAULT;

-- 6. drop default public.p.d: safe
--    note: rows written without public.p.d get null
--    locks public.p (ACCESS EXCLUSIVE)
ALTER TABLE ONLY public.p ALTER COLUMN d DROP DEFAULT;

-- 7. drop default public.p.e: safe
--    note: rows written without public.p.e get null
--    locks public.p (ACCESS EXCLUSIVE)
ALTER TABLE ONLY public.p ALTER COLUMN e DROP DEFAULT;

-- 8. drop default public.p1.d: safe
--    note: rows written without public.p1.d get null
--    locks public.p1 (ACCESS EXCLUSIVE)
ALTER TABLE public.p1 ALTER COLUMN d DROP DEFAULT;

-- 9. drop default public.p1.e: safe
--    note: rows written without public.p1.e get null
--    locks public.p1 (ACCESS EXCLUSIVE)
ALTER TABLE public.p1 ALTER COLUMN e DROP DEFAULT;

-- 10. drop default public.p2.e: safe
--    note: rows written without public.p2.e get null
--    locks public.p2 (ACCESS EXCLUSIVE)
ALTER TABLE public.p2 ALTER COLUMN e DROP DEFAULT;

-- 11. alter default public.i.a: safe
--    locks public.i (ACCESS EXCLUSIVE)
ALTER TABLE ONLY public.i ALTER COLUMN a SET DEFAULT 1;

-- 12. create default public.i.c: safe
--    locks public.i (ACCESS EXCLUSIVE)
ALTER TABLE ONLY public.i ALTER COLUMN c SET DEFAULT 1;

-- 13. alter default public.i.f: safe
--    locks public.i (ACCESS EXCLUSIVE)
ALTER TABLE ONLY public.i ALTER COLUMN f SET DEFAULT 3;

-- 14. alter default public.i1.a: safe
--    locks public.i1 (ACCESS EXCLUSIVE)
ALTER TABLE public.i1 ALTER COLUMN a SET DEFAULT 1;

-- 15. create default public.i1.c: safe
--    locks public.i1 (ACCESS EXCLUSIVE)
ALTER TABLE public.i1 ALTER COLUMN c SET DEFAULT 1;

-- 16. alter default public.i1.f: safe
--    locks public.i1 (ACCESS EXCLUSIVE)
ALTER TABLE public.i1 ALTER COLUMN f SET DEFAULT 3;

-- 17. alter default public.i2.b: safe
--    locks public.i2 (ACCESS EXCLUSIVE)
ALTER TABLE public.i2 ALTER COLUMN b SET DEFAULT 2;

-- 18. create default public.i2.c: safe
--    locks public.i2 (ACCESS EXCLUSIVE)
ALTER TABLE public.i2 ALTER COLUMN c SET DEFAULT 1;

-- 19. alter default public.p.a: safe
--    locks public.p (ACCESS EXCLUSIVE)
ALTER TABLE ONLY public.p ALTER COLUMN a SET DEFAULT 1;

-- 20. create default public.p.c: safe
--    locks public.p (ACCESS EXCLUSIVE)
ALTER TABLE ONLY public.p ALTER COLUMN c SET DEFAULT 1;

-- 21. alter default public.p.f: safe
--    locks public.p (ACCESS EXCLUSIVE)
ALTER TABLE ONLY public.p ALTER COLUMN f SET DEFAULT 3;

-- 22. alter default public.p1.a: safe
--    locks public.p1 (ACCESS EXCLUSIVE)
ALTER TABLE public.p1 ALTER COLUMN a SET DEFAULT 1;

-- 23. create default public.p1.c: safe
--    locks public.p1 (ACCESS EXCLUSIVE)
ALTER TABLE public.p1 ALTER COLUMN c SET DEFAULT 1;

-- 24. alter default public.p1.f: safe
--    locks public.p1 (ACCESS EXCLUSIVE)
ALTER TABLE public.p1 ALTER COLUMN f SET DEFAULT 3;

-- 25. alter default public.p2.b: safe
--    locks public.p2 (ACCESS EXCLUSIVE)
ALTER TABLE public.p2 ALTER COLUMN b SET DEFAULT 2;

-- 26. alter default public.p2.f: safe
--    locks public.p2 (ACCESS EXCLUSIVE)
ALTER TABLE public.p2 ALTER COLUMN f SET DEFAULT 3;

COMMIT;
