-- from to.sql to from.sql, for postgres 15
-- 20 steps: 3 breaking, 17 safe

BEGIN;

-- 1. drop policy public.t.po: safe
--    locks public.t (ACCESS EXCLUSIVE)
DROP POLICY po ON public.t;

-- 2. drop trigger public.t.tr: safe
--    locks public.t (ACCESS EXCLUSIVE)
DROP TRIGGER tr ON public.t;

-- 3. drop rule public.t.rr: safe
--    locks public.t (ACCESS EXCLUSIVE)
DROP RULE rr ON public.t;

-- 4. drop materialized view public.mv: safe
--    locks public.mv (ACCESS EXCLUSIVE)
--    locks public.mvi (ACCESS EXCLUSIVE)
DROP MATERIALIZED VIEW public.mv;

-- 5. drop view public.v: safe
--    locks public.v (ACCESS EXCLUSIVE)
DROP VIEW public.v;

-- 6. drop statistics public.st: safe
--    locks public.t (SHARE UPDATE EXCLUSIVE)
DROP STATISTICS public.st;

-- 7. drop column public.t.g: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t DROP COLUMN g;

-- 8. alter column public.r.id: breaking
--    fails on numbers outside of an integer in public.r.id
--    breaks readers: column public.r.id is of type integer for its readers
--    breaks writers: column public.r.id refuses numbers outside of an integer
--    note: readers and writers of public.r wait while it is written anew (its size is not known)
--    locks public.r (ACCESS EXCLUSIVE)
--    locks public.r_pkey (ACCESS EXCLUSIVE)
--    rewrites public.r
--    reads all of public.r
--    builds public.r_pkey
--    a row here means that it fails: SELECT 1 FROM public.r WHERE NOT (id BETWEEN -2147483648 AND 2147483647) LIMIT 1
ALTER TABLE public.r ALTER COLUMN id TYPE integer;

-- 9. alter column public.t.id: breaking
--    fails on numbers outside of an integer in public.t.id
--    breaks readers: column public.t.id is of type integer for its readers
--    breaks writers: column public.t.id refuses numbers outside of an integer
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    locks public.t_pkey (ACCESS EXCLUSIVE)
--    locks public.i (ACCESS EXCLUSIVE)
--    locks public.j (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
--    builds public.t_pkey, public.i, public.j
--    a row here means that it fails: SELECT 1 FROM public.t WHERE NOT (id BETWEEN -2147483648 AND 2147483647) LIMIT 1
ALTER TABLE public.t ALTER COLUMN id TYPE integer;

-- 10. alter column public.t.n: breaking
--    fails on numbers outside of an integer in public.t.n
--    breaks readers: column public.t.n is of type integer for its readers
--    breaks writers: column public.t.n refuses numbers outside of an integer
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    locks public.i (ACCESS EXCLUSIVE)
--    locks public.j (ACCESS EXCLUSIVE)
--    locks public.t_pkey (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
--    builds public.t_pkey, public.i, public.j
--    a row here means that it fails: SELECT 1 FROM public.t WHERE NOT (n BETWEEN -2147483648 AND 2147483647) LIMIT 1
ALTER TABLE public.t ALTER COLUMN n TYPE integer;

-- 11. create column public.t.g: safe
--    note: readers and writers of public.t wait while it is written anew (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    locks public.t_pkey (ACCESS EXCLUSIVE)
--    locks public.i (ACCESS EXCLUSIVE)
--    locks public.j (ACCESS EXCLUSIVE)
--    rewrites public.t
--    reads all of public.t
--    builds public.t_pkey, public.i, public.j
ALTER TABLE public.t ADD COLUMN g integer GENERATED ALWAYS AS (n + 1) STORED;

-- 12. create statistics public.st: safe
--    locks public.t (SHARE UPDATE EXCLUSIVE)
CREATE STATISTICS public.st ON n, g FROM public.t;

-- 13. create view public.v: safe
--    locks public.t (ACCESS SHARE)
CREATE VIEW public.v AS
SELECT id, n FROM public.t;

-- 14. create materialized view public.mv: safe
CREATE MATERIALIZED VIEW public.mv AS
SELECT n, count(*) AS c FROM public.v GROUP BY n;

-- 15. alter materialized view public.mv: safe
COMMENT ON MATERIALIZED VIEW public.mv IS 'c';

-- 16. create index public.mvi: safe
CREATE UNIQUE INDEX mvi ON public.mv (n);

-- 17. alter index public.mvi: safe
COMMENT ON INDEX public.mvi IS 'd';

-- 18. create rule public.t.rr: safe
--    locks public.t (ACCESS EXCLUSIVE)
CREATE RULE rr AS ON DELETE TO public.t WHERE OLD.n > 3 DO INSTEAD NOTHING;

-- 19. create trigger public.t.tr: safe
--    locks public.t (SHARE ROW EXCLUSIVE)
CREATE TRIGGER tr BEFORE UPDATE OF n ON public.t FOR EACH ROW WHEN (OLD.n IS DISTINCT FROM NEW.n) EXECUTE FUNCTION suppress_redundant_updates_trigger();

-- 20. create policy public.t.po: safe
--    locks public.t (ACCESS EXCLUSIVE)
CREATE POLICY po ON public.t USING (n > 1);

COMMIT;
