-- from from.sql to to.sql, for postgres 15
-- 18 steps: 2 breaking, 16 safe

BEGIN;

-- 1. drop default public.i.a: safe
--    locks public.i (ACCESS EXCLUSIVE)
ALTER TABLE ONLY public.i ALTER COLUMN a DROP DEFAULT;

-- 2. drop default public.i1.a: safe
--    locks public.i1 (ACCESS EXCLUSIVE)
ALTER TABLE public.i1 ALTER COLUMN a DROP DEFAULT;

-- 3. drop default public.i2.a: safe
--    locks public.i2 (ACCESS EXCLUSIVE)
ALTER TABLE ONLY public.i2 ALTER COLUMN a DROP DEFAULT;

-- 4. drop default public.i3.a: safe
--    locks public.i3 (ACCESS EXCLUSIVE)
ALTER TABLE public.i3 ALTER COLUMN a DROP DEFAULT;

-- 5. drop default public.p.a: safe
--    locks public.p (ACCESS EXCLUSIVE)
ALTER TABLE ONLY public.p ALTER COLUMN a DROP DEFAULT;

-- 6. drop default public.p1.a: safe
--    locks public.p1 (ACCESS EXCLUSIVE)
ALTER TABLE public.p1 ALTER COLUMN a DROP DEFAULT;

-- 7. drop default public.p2.a: safe
--    locks public.p2 (ACCESS EXCLUSIVE)
ALTER TABLE public.p2 ALTER COLUMN a DROP DEFAULT;

-- 8. alter column public.i.a: breaking
--    loses the spelling, and what integer has no room for of public.i.a
--    fails on texts that are no integer in public.i.a
--    breaks readers: column public.i.a is of type integer for its readers
--    breaks writers: column public.i.a refuses texts that are no integer
--    note: readers and writers of public.i wait while it is written anew (its size is not known)
--    note: readers and writers of public.i1 wait while it is written anew (its size is not known)
--    note: readers and writers of public.i2 wait while it is written anew (its size is not known)
--    note: readers and writers of public.i3 wait while it is written anew (its size is not known)
--    locks public.i (ACCESS EXCLUSIVE)
--    locks public.i1 (ACCESS EXCLUSIVE)
--    locks public.i2 (ACCESS EXCLUSIVE)
--    locks public.i3 (ACCESS EXCLUSIVE)
--    rewrites public.i, public.i1, public.i2, public.i3
--    reads all of public.i, public.i1, public.i2, public.i3
--    undo: loses data: the spelling, and what integer has no room for of public.i.a do not come back
ALTER TABLE public.i ALTER COLUMN a TYPE integer USING a::integer;

-- 9. alter column public.i.b: safe
--    locks public.i (ACCESS EXCLUSIVE)
--    locks public.i1 (ACCESS EXCLUSIVE)
--    locks public.i2 (ACCESS EXCLUSIVE)
--    locks public.i3 (ACCESS EXCLUSIVE)
--    undo: conditional: texts longer than 3 characters in public.i.b, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.i WHERE NOT (char_length(b) <= 3) LIMIT 1
ALTER TABLE public.i ALTER COLUMN b TYPE character varying(4);

-- 10. alter column public.p.a: breaking
--    loses the spelling, and what integer has no room for of public.p.a
--    fails on texts that are no integer in public.p.a
--    breaks readers: column public.p.a is of type integer for its readers
--    breaks writers: column public.p.a refuses texts that are no integer
--    note: readers and writers of public.p1 wait while it is written anew (its size is not known)
--    note: readers and writers of public.p2 wait while it is written anew (its size is not known)
--    locks public.p (ACCESS EXCLUSIVE)
--    locks public.p1 (ACCESS EXCLUSIVE)
--    locks public.p2 (ACCESS EXCLUSIVE)
--    rewrites public.p1, public.p2
--    reads all of public.p1, public.p2
--    undo: loses data: the spelling, and what integer has no room for of public.p.a do not come back
ALTER TABLE public.p ALTER COLUMN a TYPE integer USING a::integer;

-- 11. alter column public.p.b: safe
--    locks public.p (ACCESS EXCLUSIVE)
--    locks public.p1 (ACCESS EXCLUSIVE)
--    locks public.p2 (ACCESS EXCLUSIVE)
--    undo: conditional: texts longer than 3 characters in public.p.b, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.p WHERE NOT (char_length(b) <= 3) LIMIT 1
ALTER TABLE public.p ALTER COLUMN b TYPE character varying(4);

-- 12. create default public.i.a: safe
--    locks public.i (ACCESS EXCLUSIVE)
ALTER TABLE ONLY public.i ALTER COLUMN a SET DEFAULT '1';

-- 13. create default public.i1.a: safe
--    locks public.i1 (ACCESS EXCLUSIVE)
ALTER TABLE public.i1 ALTER COLUMN a SET DEFAULT '1';

-- 14. create default public.i2.a: safe
--    locks public.i2 (ACCESS EXCLUSIVE)
ALTER TABLE ONLY public.i2 ALTER COLUMN a SET DEFAULT '2';

-- 15. create default public.i3.a: safe
--    locks public.i3 (ACCESS EXCLUSIVE)
ALTER TABLE public.i3 ALTER COLUMN a SET DEFAULT '7';

-- 16. create default public.p.a: safe
--    locks public.p (ACCESS EXCLUSIVE)
ALTER TABLE ONLY public.p ALTER COLUMN a SET DEFAULT '1';

-- 17. create default public.p1.a: safe
--    locks public.p1 (ACCESS EXCLUSIVE)
ALTER TABLE public.p1 ALTER COLUMN a SET DEFAULT '1';

-- 18. create default public.p2.a: safe
--    locks public.p2 (ACCESS EXCLUSIVE)
ALTER TABLE public.p2 ALTER COLUMN a SET DEFAULT '2';

COMMIT;
