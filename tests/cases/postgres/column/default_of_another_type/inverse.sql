-- from to.sql to from.sql, for postgres 15
-- 28 steps: 11 breaking, 17 safe

BEGIN;

-- 1. drop default public.t.c: safe
--    note: rows written without public.t.c get null
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN c DROP DEFAULT;

-- 2. drop default public.t.m: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN m DROP DEFAULT;

-- 3. drop domain public.dt: breaking
--    breaks readers and writers: domain public.dt is gone
DROP DOMAIN public.dt;

-- 4. create enum public."My T": safe
CREATE TYPE public."My T" AS ENUM ('a', 'b');

-- 5. alter column public.t.a: breaking
--    fails on texts longer than 10 characters in public.t.a
--    breaks writers: column public.t.a refuses texts longer than 10 characters
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
--    a row here means that it fails: SELECT 1 FROM public.t WHERE NOT (char_length(a) <= 10) LIMIT 1
ALTER TABLE public.t ALTER COLUMN a TYPE character varying(10);

-- 6. alter column public.t.b: safe
--    locks public.t (ACCESS EXCLUSIVE)
--    undo: conditional: texts longer than 10 characters in public.t.b, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.t WHERE NOT (char_length(b) <= 10) LIMIT 1
ALTER TABLE public.t ALTER COLUMN b TYPE character varying;

-- 7. alter column public.t.c: safe
--    locks public.t (ACCESS EXCLUSIVE)
--    undo: conditional: texts longer than 10 characters in public.t.c, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.t WHERE NOT (char_length(c) <= 10) LIMIT 1
ALTER TABLE public.t ALTER COLUMN c TYPE text;

-- 8. alter column public.t.d: breaking
--    fails on numbers outside of an integer in public.t.d
--    breaks readers: column public.t.d is of type integer for its readers
--    breaks writers: column public.t.d refuses numbers outside of an integer
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
--    a row here means that it fails: SELECT 1 FROM public.t WHERE NOT (d BETWEEN -2147483648 AND 2147483647) LIMIT 1
ALTER TABLE public.t ALTER COLUMN d TYPE integer;

-- 9. alter column public.t.e: breaking
--    loses blanks at the end of public.t.e
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
--    undo: loses data: blanks at the end of public.t.e do not come back
ALTER TABLE public.t ALTER COLUMN e TYPE character(5);

-- 10. alter column public.t.f: safe
--    locks public.t (ACCESS EXCLUSIVE)
--    undo: conditional: texts longer than 20 characters in public.t.f, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.t WHERE NOT (char_length(f) <= 20) LIMIT 1
ALTER TABLE public.t ALTER COLUMN f TYPE text;

-- 11. alter column public.t.g: breaking
--    fails on texts longer than 10 characters in public.t.g
--    breaks writers: column public.t.g refuses texts longer than 10 characters
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
--    a row here means that it fails: SELECT 1 FROM public.t WHERE NOT (char_length(g) <= 10) LIMIT 1
ALTER TABLE public.t ALTER COLUMN g TYPE character varying(10);

-- 12. alter column public.t.h: safe
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
--    undo: conditional: texts longer than 5 characters in public.t.h, written meanwhile, keep the type from coming back
ALTER TABLE public.t ALTER COLUMN h TYPE text[];

-- 13. alter column public.t.i: breaking
--    fails on numbers outside of an integer in public.t.i
--    breaks readers: column public.t.i is of type integer for its readers
--    breaks writers: column public.t.i refuses numbers outside of an integer
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
--    a row here means that it fails: SELECT 1 FROM public.t WHERE NOT (i BETWEEN -2147483648 AND 2147483647) LIMIT 1
ALTER TABLE public.t ALTER COLUMN i TYPE integer;

-- 14. alter column public.t.j: breaking
--    fails on numbers outside of an integer in public.t.j
--    breaks readers: column public.t.j is of type integer for its readers
--    breaks writers: column public.t.j refuses numbers outside of an integer
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
--    a row here means that it fails: SELECT 1 FROM public.t WHERE NOT (j BETWEEN -2147483648 AND 2147483647) LIMIT 1
ALTER TABLE public.t ALTER COLUMN j TYPE integer;

-- 15. alter column public.t.k: breaking
--    loses the offset of times that the session's time zone has twice of public.t.k
--    breaks readers: column public.t.k is of type timestamp without time zone for its readers
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
--    undo: loses data: the offset of times that the session's time zone has twice of public.t.k do not come back
ALTER TABLE public.t ALTER COLUMN k TYPE timestamp without time zone;

-- 16. alter column public.t.l: breaking
--    loses decimals beyond 1 of public.t.l
--    fails on numbers of more than 3 digits before the point in public.t.l
--    breaks writers: column public.t.l refuses numbers of more than 3 digits before the point
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
--    a row here means that it fails: SELECT 1 FROM public.t WHERE NOT (abs(round(l, 1)) < 1e3) LIMIT 1
--    undo: loses data: decimals beyond 1 of public.t.l do not come back
ALTER TABLE public.t ALTER COLUMN l TYPE numeric(4,1);

-- 17. alter column public.t.m: breaking
--    fails on texts other than 'a', 'b' in public.t.m
--    breaks readers: column public.t.m is of type public."My T" for its readers
--    breaks writers: column public.t.m refuses texts other than 'a', 'b'
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
--    a row here means that it fails: SELECT 1 FROM public.t WHERE NOT (m::text IN ('a', 'b')) LIMIT 1
ALTER TABLE public.t ALTER COLUMN m TYPE public."My T" USING m::public."My T";

-- 18. alter column public.t.n: breaking
--    loses digits beyond the precision of real of public.t.n
--    fails on numbers outside of a real in public.t.n
--    breaks readers: column public.t.n is of type real for its readers
--    breaks writers: column public.t.n refuses numbers outside of a real
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
--    undo: loses data: digits beyond the precision of real of public.t.n do not come back
ALTER TABLE public.t ALTER COLUMN n TYPE real;

-- 19. alter column public.t.o: safe
--    locks public.t (ACCESS EXCLUSIVE)
--    undo: conditional: texts longer than 100 characters in public.t.o, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.t WHERE NOT (char_length(o) <= 100) LIMIT 1
ALTER TABLE public.t ALTER COLUMN o TYPE text;

-- 20. alter default public.t.a: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT 'x';

-- 21. alter default public.t.e: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN e SET DEFAULT 'abc';

-- 22. alter default public.t.f: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN f SET DEFAULT '';

-- 23. create default public.t.g: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN g SET DEFAULT null;

-- 24. alter default public.t.h: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN h SET DEFAULT '{}';

-- 25. alter default public.t.i: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN i SET DEFAULT '0';

-- 26. alter default public.t.k: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN k SET DEFAULT '2020-01-01';

-- 27. create default public.t.m: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN m SET DEFAULT 'a';

-- 28. alter default public.t.o: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN o SET DEFAULT 'a'||'b';

COMMIT;
