-- from from.sql to to.sql, for postgres 15
-- 26 steps: 26 safe

BEGIN;

-- 1. drop default public.i.c: safe
--    note: rows written without public.i.c get null
--    locks public.i (ACCESS EXCLUSIVE)
ALTER TABLE ONLY public.i ALTER COLUMN c DROP DEFAULT;

-- 2. drop default public.i1.c: safe
--    note: rows written without public.i1.c get null
--    locks public.i1 (ACCESS EXCLUSIVE)
ALTER TABLE public.i1 ALTER COLUMN c DROP DEFAULT;

-- 3. drop default public.i2.c: safe
--    note: rows written without public.i2.c get null
--    locks public.i2 (ACCESS EXCLUSIVE)
ALTER TABLE public.i2 ALTER COLUMN c DROP DEFAULT;

-- 4. drop default public.p.c: safe
--    note: rows written without public.p.c get null
--    locks public.p (ACCESS EXCLUSIVE)
ALTER TABLE ONLY public.p ALTER COLUMN c DROP DEFAULT;

-- 5. drop default public.p1.c: safe
--    note: rows written without public.p1.c get null
--    locks public.p1 (ACCESS EXCLUSIVE)
ALTER TABLE public.p1 ALTER COLUMN c DROP DEFAULT;

-- 6. alter default public.i.a: safe
--    locks public.i (ACCESS EXCLUSIVE)
ALTER TABLE ONLY public.i ALTER COLUMN a SET DEFAULT 3;

-- 7. create default public.i.d: safe
--    locks public.i (ACCESS EXCLUSIVE)
ALTER TABLE ONLY public.i ALTER COLUMN d SET DEFAULT 5;

-- 8. create default public.i.e: safe
--    locks public.i (ACCESS EXCLUSIVE)
ALTER TABLE ONLY public.i ALTER COLUMN e SET DEFAULT 6;

-- 9. alter default public.i.f: safe
--    locks public.i (ACCESS EXCLUSIVE)
ALTER TABLE ONLY public.i ALTER COLUMN f SET DEFAULT 4;

-- 10. alter default public.i1.a: safe
--    locks public.i1 (ACCESS EXCLUSIVE)
ALTER TABLE public.i1 ALTER COLUMN a SET DEFAULT 3;

-- 11. create default public.i1.d: safe
--    locks public.i1 (ACCESS EXCLUSIVE)
ALTER TABLE public.i1 ALTER COLUMN d SET DEFAULT 5;

-- 12. create default public.i1.e: safe
--    locks public.i1 (ACCESS EXCLUSIVE)
ALTER TABLE public.i1 ALTER COLUMN e SET DEFAULT 6;

-- 13. alter default public.i1.f: safe
--    locks public.i1 (ACCESS EXCLUSIVE)
ALTER TABLE public.i1 ALTER COLUMN f SET DEFAULT 4;

-- 14. alter default public.i2.b: safe
--    locks public.i2 (ACCESS EXCLUSIVE)
ALTER TABLE public.i2 ALTER COLUMN b SET DEFAULT 3;

-- 15. create default public.i2.d: safe
--    locks public.i2 (ACCESS EXCLUSIVE)
ALTER TABLE public.i2 ALTER COLUMN d SET DEFAULT 5;

-- 16. alter default public.p.a: safe
--    locks public.p (ACCESS EXCLUSIVE)
ALTER TABLE ONLY public.p ALTER COLUMN a SET DEFAULT 3;

-- 17. create default public.p.d: safe
--    locks public.p (ACCESS EXCLUSIVE)
ALTER TABLE ONLY public.p ALTER COLUMN d SET DEFAULT 5;

-- 18. create default public.p.e: safe
--    locks public.p (ACCESS EXCLUSIVE)
ALTER TABLE ONLY public.p ALTER COLUMN e SET DEFAULT 6;

-- 19. alter default public.p.f: safe
--    locks public.p (ACCESS EXCLUSIVE)
ALTER TABLE ONLY public.p ALTER COLUMN f SET DEFAULT 4;

-- 20. alter default public.p1.a: safe
--    locks public.p1 (ACCESS EXCLUSIVE)
ALTER TABLE public.p1 ALTER COLUMN a SET DEFAULT 3;

-- 21. create default public.p1.d: safe
--    locks public.p1 (ACCESS EXCLUSIVE)
ALTER TABLE public.p1 ALTER COLUMN d SET DEFAULT 5;

-- 22. create default public.p1.e: safe
--    locks public.p1 (ACCESS EXCLUSIVE)
ALTER TABLE public.p1 ALTER COLUMN e SET DEFAULT 6;

-- 23. alter default public.p1.f: safe
--    locks public.p1 (ACCESS EXCLUSIVE)
ALTER TABLE public.p1 ALTER COLUMN f SET DEFAULT 4;

-- 24. alter default public.p2.b: safe
--    locks public.p2 (ACCESS EXCLUSIVE)
ALTER TABLE public.p2 ALTER COLUMN b SET DEFAULT 3;

-- 25. create default public.p2.e: safe
--    locks public.p2 (ACCESS EXCLUSIVE)
ALTER TABLE public.p2 ALTER COLUMN e SET DEFAULT 6;

-- 26. alter default public.p2.f: safe
--    locks public.p2 (ACCESS EXCLUSIVE)
ALTER TABLE public.p2 ALTER COLUMN f SET DEFAULT 4;

COMMIT;
