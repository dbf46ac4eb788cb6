-- from from.sql to to.sql, for postgres 15
-- 28 steps: 12 breaking, 16 safe

BEGIN;

-- 1. drop default public.t.g: safe
--    note: rows written without public.t.g get null
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN g DROP DEFAULT;

-- 2. drop default public.t.m: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN m DROP DEFAULT;

-- 3. create domain public.dt: safe
CREATE DOMAIN public.dt AS text;

-- 4. alter column public.t.a: safe
--    locks public.t (ACCESS EXCLUSIVE)
--    undo: conditional: texts longer than 10 characters in public.t.a, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.t WHERE NOT (char_length(a) <= 10) LIMIT 1
ALTER TABLE public.t ALTER COLUMN a TYPE text;

-- 5. alter column public.t.b: breaking
--    fails on texts longer than 10 characters in public.t.b
--    breaks writers: column public.t.b refuses texts longer than 10 characters
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
--    a row here means that it fails: SELECT 1 FROM public.t WHERE NOT (char_length(b) <= 10) LIMIT 1
ALTER TABLE public.t ALTER COLUMN b TYPE character varying(10);

-- 6. alter column public.t.c: breaking
--    fails on texts longer than 10 characters in public.t.c
--    breaks writers: column public.t.c refuses texts longer than 10 characters
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
--    a row here means that it fails: SELECT 1 FROM public.t WHERE NOT (char_length(c) <= 10) LIMIT 1
ALTER TABLE public.t ALTER COLUMN c TYPE character varying(10);

-- 7. alter column public.t.d: breaking
--    breaks readers: column public.t.d is of type bigint for its readers
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
--    undo: conditional: numbers outside of an integer in public.t.d, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.t WHERE NOT (d BETWEEN -2147483648 AND 2147483647) LIMIT 1
ALTER TABLE public.t ALTER COLUMN d TYPE bigint;

-- 8. alter column public.t.e: safe
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
--    undo: conditional: blanks at the end in public.t.e, written meanwhile, are lost
--    a row here means that it is not exact: SELECT 1 FROM public.t WHERE NOT (e::text = rtrim(e::text)) LIMIT 1
ALTER TABLE public.t ALTER COLUMN e TYPE character varying(5);

-- 9. alter column public.t.f: breaking
--    fails on texts longer than 20 characters in public.t.f
--    breaks writers: column public.t.f refuses texts longer than 20 characters
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
--    a row here means that it fails: SELECT 1 FROM public.t WHERE NOT (char_length(f) <= 20) LIMIT 1
ALTER TABLE public.t ALTER COLUMN f TYPE character varying(20);

-- 10. alter column public.t.g: safe
--    locks public.t (ACCESS EXCLUSIVE)
--    undo: conditional: texts longer than 10 characters in public.t.g, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.t WHERE NOT (char_length(g) <= 10) LIMIT 1
ALTER TABLE public.t ALTER COLUMN g TYPE text;

-- 11. alter column public.t.h: breaking
--    fails on texts longer than 5 characters in public.t.h
--    breaks writers: column public.t.h refuses texts longer than 5 characters
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
ALTER TABLE public.t ALTER COLUMN h TYPE character varying(5)[];

-- 12. alter column public.t.i: breaking
--    breaks readers: column public.t.i is of type bigint for its readers
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
--    undo: conditional: numbers outside of an integer in public.t.i, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.t WHERE NOT (i BETWEEN -2147483648 AND 2147483647) LIMIT 1
ALTER TABLE public.t ALTER COLUMN i TYPE bigint;

-- 13. alter column public.t.j: breaking
--    breaks readers: column public.t.j is of type bigint for its readers
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
--    undo: conditional: numbers outside of an integer in public.t.j, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.t WHERE NOT (j BETWEEN -2147483648 AND 2147483647) LIMIT 1
ALTER TABLE public.t ALTER COLUMN j TYPE bigint;

-- 14. alter column public.t.k: breaking
--    loses times that are not in the session's time zone of public.t.k
--    breaks readers: column public.t.k is of type timestamp with time zone for its readers
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
--    undo: loses data: times that are not in the session's time zone of public.t.k do not come back
ALTER TABLE public.t ALTER COLUMN k TYPE timestamp with time zone;

-- 15. alter column public.t.l: safe
--    locks public.t (ACCESS EXCLUSIVE)
--    undo: conditional: numbers of more than 3 digits before the point in public.t.l, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.t WHERE NOT (abs(round(l, 1)) < 1e3 AND l = round(l, 1)) LIMIT 1
ALTER TABLE public.t ALTER COLUMN l TYPE numeric;

-- 16. alter column public.t.m: breaking
--    breaks readers: column public.t.m is of type text for its readers
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
--    undo: conditional: texts other than 'a', 'b' in public.t.m, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.t WHERE NOT (m::text IN ('a', 'b')) LIMIT 1
ALTER TABLE public.t ALTER COLUMN m TYPE text;

-- 17. drop enum public."My T": breaking
--    breaks readers and writers: enum public."My T" is gone
DROP TYPE public."My T";

-- 18. alter column public.t.n: breaking
--    breaks readers: column public.t.n is of type double precision for its readers
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
--    undo: conditional: numbers outside of a real in public.t.n, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.t WHERE NOT (n = n::real::numeric) LIMIT 1
ALTER TABLE public.t ALTER COLUMN n TYPE double precision;

-- 19. alter column public.t.o: breaking
--    fails on texts longer than 100 characters in public.t.o
--    breaks writers: column public.t.o refuses texts longer than 100 characters
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
--    a row here means that it fails: SELECT 1 FROM public.t WHERE NOT (char_length(o) <= 100) LIMIT 1
ALTER TABLE public.t ALTER COLUMN o TYPE character varying(100);

-- 20. alter default public.t.a: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT 'x';

-- 21. create default public.t.c: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN c SET DEFAULT null;

-- 22. alter default public.t.e: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN e SET DEFAULT 'abc';

-- 23. alter default public.t.f: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN f SET DEFAULT '';

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
