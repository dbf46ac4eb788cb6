-- from from.sql to to.sql, for postgres 15
-- 13 steps: 6 breaking, 7 safe

BEGIN;

-- 1. create table public.np: safe
--    undo: conditional: the rows written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.np LIMIT 1
CREATE TABLE public.np (
  id integer,
  a character varying(20) DEFAULT 'k'::text
);

-- 2. alter column public.pa.a: breaking
--    fails on texts longer than 20 characters in public.pa.a
--    breaks writers: column public.pa.a refuses texts longer than 20 characters
--    note: readers and writers of public.pa wait while it is written anew (its size is not known)
--    note: readers and writers of public.ch wait while it is written anew (its size is not known)
--    locks public.pa (ACCESS EXCLUSIVE)
--    locks public.ch (ACCESS EXCLUSIVE)
--    rewrites public.pa, public.ch
--    reads all of public.pa, public.ch
--    a row here means that it fails: SELECT 1 FROM public.pa WHERE NOT (char_length(a) <= 20) LIMIT 1
ALTER TABLE public.pa ALTER COLUMN a TYPE character varying(20);

-- 3. alter column public.t.a: breaking
--    fails on texts longer than 30 characters in public.t.a
--    breaks writers: column public.t.a refuses texts longer than 30 characters
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
--    a row here means that it fails: SELECT 1 FROM public.t WHERE NOT (char_length(a) <= 30) LIMIT 1
ALTER TABLE public.t ALTER COLUMN a TYPE character varying(30);

-- 4. alter column public.t.c: breaking
--    fails on texts longer than 20 characters in public.t.c
--    breaks writers: column public.t.c refuses texts longer than 20 characters
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
--    a row here means that it fails: SELECT 1 FROM public.t WHERE NOT (char_length(c) <= 20) LIMIT 1
ALTER TABLE public.t ALTER COLUMN c TYPE character varying(20);

-- 5. alter column public.t.d: breaking
--    loses blanks at the end of public.t.d
--    fails on texts longer than 3 characters in public.t.d
--    breaks writers: column public.t.d refuses texts longer than 3 characters
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
--    a row here means that it fails: SELECT 1 FROM public.t WHERE NOT (char_length(d) <= 3) LIMIT 1
--    undo: loses data: blanks at the end of public.t.d do not come back
ALTER TABLE public.t ALTER COLUMN d TYPE character(3);

-- 6. alter column public.t.e: breaking
--    breaks readers: column public.t.e is of type text for its readers
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
--    undo: conditional: texts that are no bigint in public.t.e, written meanwhile, keep the type from coming back
ALTER TABLE public.t ALTER COLUMN e TYPE text;

-- 7. alter column public.t.p: breaking
--    fails on texts longer than 3 characters in public.t.p
--    breaks writers: column public.t.p refuses texts longer than 3 characters
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
--    a row here means that it fails: SELECT 1 FROM public.t WHERE NOT (char_length(p) <= 3) LIMIT 1
ALTER TABLE public.t ALTER COLUMN p TYPE character varying(3);

-- 8. alter default public.ch.a: safe
--    locks public.ch (ACCESS EXCLUSIVE)
ALTER TABLE public.ch ALTER COLUMN a SET DEFAULT 'k'::text;

-- 9. alter default public.pa.a: safe
--    locks public.pa (ACCESS EXCLUSIVE)
ALTER TABLE ONLY public.pa ALTER COLUMN a SET DEFAULT 'k'::text;

-- 10. alter default public.t.a: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT 'x';

-- 11. alter default public.t.c: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN c SET DEFAULT null;

-- 12. alter default public.t.d: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN d SET DEFAULT 'q';

-- 13. alter default public.t.p: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN p SET DEFAULT 'z'::text;

COMMIT;
