-- from to.sql to from.sql, for postgres 15
-- 10 steps: 4 breaking, 6 safe

BEGIN;

-- 1. alter column public.i.a: breaking
--    fails on texts longer than 10 characters in public.i.a
--    breaks writers: column public.i.a refuses texts longer than 10 characters
--    note: readers and writers of public.i wait while it is written anew (its size is not known)
--    note: readers and writers of public.i1 wait while it is written anew (its size is not known)
--    note: readers and writers of public.i2 wait while it is written anew (its size is not known)
--    locks public.i (ACCESS EXCLUSIVE)
--    locks public.i1 (ACCESS EXCLUSIVE)
--    locks public.i2 (ACCESS EXCLUSIVE)
--    rewrites public.i, public.i1, public.i2
--    reads all of public.i, public.i1, public.i2
--    a row here means that it fails: SELECT 1 FROM public.i WHERE NOT (char_length(a) <= 10) LIMIT 1
ALTER TABLE public.i ALTER COLUMN a TYPE character varying(10);

-- 2. alter column public.i.b: breaking
--    fails on texts longer than 3 characters in public.i.b
--    breaks writers: column public.i.b refuses texts longer than 3 characters
--    note: readers and writers of public.i wait while it is written anew (its size is not known)
--    note: readers and writers of public.i1 wait while it is written anew (its size is not known)
--    note: readers and writers of public.i2 wait while it is written anew (its size is not known)
--    locks public.i (ACCESS EXCLUSIVE)
--    locks public.i1 (ACCESS EXCLUSIVE)
--    locks public.i2 (ACCESS EXCLUSIVE)
--    rewrites public.i, public.i1, public.i2
--    reads all of public.i, public.i1, public.i2
--    a row here means that it fails: SELECT 1 FROM public.i WHERE NOT (char_length(b) <= 3) LIMIT 1
ALTER TABLE public.i ALTER COLUMN b TYPE character varying(3);

-- 3. alter column public.p.a: breaking
--    fails on texts longer than 10 characters in public.p.a
--    breaks writers: column public.p.a refuses texts longer than 10 characters
--    note: readers and writers of public.p1 wait while it is written anew (its size is not known)
--    note: readers and writers of public.p2 wait while it is written anew (its size is not known)
--    locks public.p (ACCESS EXCLUSIVE)
--    locks public.p1 (ACCESS EXCLUSIVE)
--    locks public.p2 (ACCESS EXCLUSIVE)
--    rewrites public.p1, public.p2
--    reads all of public.p1, public.p2
--    a row here means that it fails: SELECT 1 FROM public.p WHERE NOT (char_length(a) <= 10) LIMIT 1
ALTER TABLE public.p ALTER COLUMN a TYPE character varying(10);

-- 4. alter column public.p.b: breaking
--    fails on texts longer than 3 characters in public.p.b
--    breaks writers: column public.p.b refuses texts longer than 3 characters
--    note: readers and writers of public.p1 wait while it is written anew (its size is not known)
--    note: readers and writers of public.p2 wait while it is written anew (its size is not known)
--    locks public.p (ACCESS EXCLUSIVE)
--    locks public.p1 (ACCESS EXCLUSIVE)
--    locks public.p2 (ACCESS EXCLUSIVE)
--    rewrites public.p1, public.p2
--    reads all of public.p1, public.p2
--    a row here means that it fails: SELECT 1 FROM public.p WHERE NOT (char_length(b) <= 3) LIMIT 1
ALTER TABLE public.p ALTER COLUMN b TYPE character varying(3);

-- 5. alter default public.i.a: safe
--    locks public.i (ACCESS EXCLUSIVE)
ALTER TABLE ONLY public.i ALTER COLUMN a SET DEFAULT 'k';

-- 6. alter default public.i1.a: safe
--    locks public.i1 (ACCESS EXCLUSIVE)
ALTER TABLE public.i1 ALTER COLUMN a SET DEFAULT 'k';

-- 7. alter default public.i2.a: safe
--    locks public.i2 (ACCESS EXCLUSIVE)
ALTER TABLE public.i2 ALTER COLUMN a SET DEFAULT 'own';

-- 8. alter default public.p.a: safe
--    locks public.p (ACCESS EXCLUSIVE)
ALTER TABLE ONLY public.p ALTER COLUMN a SET DEFAULT 'k';

-- 9. alter default public.p1.a: safe
--    locks public.p1 (ACCESS EXCLUSIVE)
ALTER TABLE public.p1 ALTER COLUMN a SET DEFAULT 'k';

-- 10. alter default public.p2.a: safe
--    locks public.p2 (ACCESS EXCLUSIVE)
ALTER TABLE public.p2 ALTER COLUMN a SET DEFAULT 'own';

COMMIT;
