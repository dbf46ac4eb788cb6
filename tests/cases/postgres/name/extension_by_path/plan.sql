-- from from.sql to to.sql, for postgres 15
-- 24 steps: 2 breaking, 22 safe

BEGIN;

-- 1. set session search path: safe
SET search_path TO public, x;

-- 2. create schema x: safe
CREATE SCHEMA x;

-- 3. create extension btree_gist: safe
CREATE EXTENSION btree_gist WITH SCHEMA x;

-- 4. create extension citext: safe
CREATE EXTENSION citext WITH SCHEMA x;

-- 5. create extension hstore: safe
CREATE EXTENSION hstore WITH SCHEMA x;

-- 6. create extension pg_trgm: safe
CREATE EXTENSION pg_trgm WITH SCHEMA x;

-- 7. create column public.t.d: safe
--    locks public.t (ACCESS EXCLUSIVE)
--    undo: conditional: what is written to public.t.d meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.t WHERE d IS NOT NULL LIMIT 1
ALTER TABLE public.t ADD COLUMN d x.citext;

-- 8. create column public.t.n: safe
--    locks public.t (ACCESS EXCLUSIVE)
--    undo: conditional: what is written to public.t.n meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.t WHERE n IS NOT NULL LIMIT 1
ALTER TABLE public.t ADD COLUMN n text;

-- 9. create column public.t.r: safe
--    locks public.t (ACCESS EXCLUSIVE)
--    undo: conditional: what is written to public.t.r meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.t WHERE r IS NOT NULL LIMIT 1
ALTER TABLE public.t ADD COLUMN r int4range;

-- 10. create column public.t.h: safe
--    locks public.t (ACCESS EXCLUSIVE)
--    undo: conditional: what is written to public.t.h meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.t WHERE h IS DISTINCT FROM ('a=>1, b => 2') LIMIT 1
ALTER TABLE public.t ADD COLUMN h x.hstore DEFAULT 'a=>1, b => 2';

-- 11. create column public.t.c: safe
--    locks public.t (ACCESS EXCLUSIVE)
--    undo: conditional: what is written to public.t.c meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.t WHERE c IS DISTINCT FROM ('X') LIMIT 1
ALTER TABLE public.t ADD COLUMN c x.citext DEFAULT 'X';

-- 12. create column public.t.h3: safe
--    locks public.t (ACCESS EXCLUSIVE)
--    undo: conditional: what is written to public.t.h3 meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.t WHERE h3 IS DISTINCT FROM (hstore('a','b')) LIMIT 1
ALTER TABLE public.t ADD COLUMN h3 x.hstore DEFAULT hstore('a','b');

-- 13. create exclusion public.t.t_id_r_excl: breaking
--    fails on rows that exclusion public.t.t_id_r_excl refuses
--    breaks writers: exclusion public.t.t_id_r_excl refuses rows
--    note: readers and writers of public.t wait while it is indexed (its size is not known)
--    locks public.t (ACCESS EXCLUSIVE)
--    reads all of public.t
--    builds public.t_id_r_excl
--    a row here means that it fails: SELECT 1 FROM public.t x JOIN public.t y ON x.ctid < y.ctid AND x.id = y.id AND x.r && y.r LIMIT 1
ALTER TABLE public.t ADD CONSTRAINT t_id_r_excl EXCLUDE USING gist (id WITH =, r WITH &&);

-- 14. create check public.t.t_d_check: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ADD CONSTRAINT t_d_check CHECK (d <> 'Foo') NOT VALID;

COMMIT;

BEGIN;

-- 15. create check public.t.t_d_check: safe
--    locks public.t (SHARE UPDATE EXCLUSIVE)
--    reads all of public.t
ALTER TABLE public.t VALIDATE CONSTRAINT t_d_check;

COMMIT;

-- 16. create index public.t_c_idx: safe
--    locks public.t (SHARE UPDATE EXCLUSIVE)
--    reads all of public.t
--    builds public.t_c_idx
CREATE INDEX CONCURRENTLY t_c_idx ON public.t (c) WHERE c = 'x';

-- 17. create index public.t_expr_idx: safe
--    locks public.t (SHARE UPDATE EXCLUSIVE)
--    reads all of public.t
--    builds public.t_expr_idx
CREATE INDEX CONCURRENTLY t_expr_idx ON public.t ((h -> 'a'));

-- 18. create index public.t_n_idx: safe
--    locks public.t (SHARE UPDATE EXCLUSIVE)
--    reads all of public.t
--    builds public.t_n_idx
CREATE INDEX CONCURRENTLY t_n_idx ON public.t USING gin (n x.gin_trgm_ops);

BEGIN;

-- 19. create view public.v: safe
--    locks public.t (ACCESS SHARE)
CREATE VIEW public.v AS
select h->'a' x, c || 'y' y, c = 'z' z, c like 'a%' p, lower(c) q from public.t where c <> 'b' and h ? 'k' and n % 'foo' and similarity(n, 'b') > 0.3;

-- 20. create function public.f(x.hstore): safe
CREATE FUNCTION public.f(h x.hstore)
RETURNS text
LANGUAGE sql
AS $$ select h->'a' $$;

-- 21. create function public.g(x.citext): safe
CREATE FUNCTION public.g(c x.citext)
RETURNS boolean
LANGUAGE sql
SET search_path TO 'public', 'x'
AS $$ select c = 'b' $$;

-- 22. create rule public.v.rr: safe
CREATE RULE rr AS ON DELETE TO public.v DO INSTEAD NOTHING;

-- 23. create trigger public.t.tr: breaking
--    breaks writers: trigger public.t.tr runs when public.t is written
--    locks public.t (SHARE ROW EXCLUSIVE)
CREATE TRIGGER tr BEFORE UPDATE ON public.t FOR EACH ROW WHEN (old.c = 'x' and new.h -> 'a' = 'b') EXECUTE FUNCTION suppress_redundant_updates_trigger();

-- 24. create policy public.t.pp: safe
--    locks public.t (ACCESS EXCLUSIVE)
CREATE POLICY pp ON public.t USING (h ? 'a');

COMMIT;
