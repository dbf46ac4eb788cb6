-- from to.sql to from.sql, for postgres 15
-- 21 steps: 16 breaking, 5 safe

BEGIN;

-- 1. drop policy public.t.pp: safe
--    locks public.t (ACCESS EXCLUSIVE)
DROP POLICY pp ON public.t;

-- 2. drop trigger public.t.tr: breaking
--    breaks writers: trigger public.t.tr does not run any more
--    locks public.t (ACCESS EXCLUSIVE)
DROP TRIGGER tr ON public.t;

-- 3. drop function public.f(x.hstore): breaking
--    breaks readers and writers: function public.f(x.hstore) is gone
DROP FUNCTION public.f(x.hstore);

-- 4. drop function public.g(x.citext): breaking
--    breaks readers and writers: function public.g(x.citext) is gone
DROP FUNCTION public.g(x.citext);

-- 5. drop view public.v: breaking
--    breaks readers and writers: view public.v is gone
--    locks public.v (ACCESS EXCLUSIVE)
DROP VIEW public.v;

COMMIT;

-- 6. drop index public.t_c_idx: safe
--    locks public.t (SHARE UPDATE EXCLUSIVE)
--    locks public.t_c_idx (SHARE UPDATE EXCLUSIVE)
DROP INDEX CONCURRENTLY public.t_c_idx;

-- 7. drop index public.t_expr_idx: safe
--    locks public.t (SHARE UPDATE EXCLUSIVE)
--    locks public.t_expr_idx (SHARE UPDATE EXCLUSIVE)
DROP INDEX CONCURRENTLY public.t_expr_idx;

-- 8. drop index public.t_n_idx: safe
--    locks public.t (SHARE UPDATE EXCLUSIVE)
--    locks public.t_n_idx (SHARE UPDATE EXCLUSIVE)
DROP INDEX CONCURRENTLY public.t_n_idx;

BEGIN;

-- 9. drop check public.t.t_d_check: safe
--    locks public.t (ACCESS EXCLUSIVE)
--    undo: conditional: rows it would have refused, written meanwhile, keep it from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.t WHERE NOT (d <> 'Foo') LIMIT 1
ALTER TABLE public.t DROP CONSTRAINT t_d_check;

-- 10. drop exclusion public.t.t_id_r_excl: breaking
--    breaks writers: exclusion public.t.t_id_r_excl: rows that it refused are taken, ON CONFLICT ON CONSTRAINT is not
--    locks public.t (ACCESS EXCLUSIVE)
--    locks public.t_id_r_excl (ACCESS EXCLUSIVE)
--    undo: conditional: rows it would have refused, written meanwhile, keep it from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.t x JOIN public.t y ON x.ctid < y.ctid AND x.id = y.id AND x.r && y.r LIMIT 1
ALTER TABLE public.t DROP CONSTRAINT t_id_r_excl;

-- 11. drop column public.t.h: breaking
--    loses the values of public.t.h
--    breaks readers and writers: column public.t.h is gone
--    locks public.t (ACCESS EXCLUSIVE)
--    undo: loses data: the values of public.t.h
ALTER TABLE public.t DROP COLUMN h;

-- 12. drop column public.t.c: breaking
--    loses the values of public.t.c
--    breaks readers and writers: column public.t.c is gone
--    locks public.t (ACCESS EXCLUSIVE)
--    undo: loses data: the values of public.t.c
ALTER TABLE public.t DROP COLUMN c;

-- 13. drop column public.t.d: breaking
--    loses the values of public.t.d
--    breaks readers and writers: column public.t.d is gone
--    locks public.t (ACCESS EXCLUSIVE)
--    undo: loses data: the values of public.t.d
ALTER TABLE public.t DROP COLUMN d;

-- 14. drop column public.t.h3: breaking
--    loses the values of public.t.h3
--    breaks readers and writers: column public.t.h3 is gone
--    locks public.t (ACCESS EXCLUSIVE)
--    undo: loses data: the values of public.t.h3
ALTER TABLE public.t DROP COLUMN h3;

-- 15. drop column public.t.n: breaking
--    loses the values of public.t.n
--    breaks readers and writers: column public.t.n is gone
--    locks public.t (ACCESS EXCLUSIVE)
--    undo: loses data: the values of public.t.n
ALTER TABLE public.t DROP COLUMN n;

-- 16. drop column public.t.r: breaking
--    loses the values of public.t.r
--    breaks readers and writers: column public.t.r is gone
--    locks public.t (ACCESS EXCLUSIVE)
--    undo: loses data: the values of public.t.r
ALTER TABLE public.t DROP COLUMN r;

-- 17. drop extension btree_gist: breaking
--    breaks readers and writers: extension btree_gist is gone
DROP EXTENSION btree_gist;

-- 18. drop extension citext: breaking
--    breaks readers and writers: extension citext is gone
DROP EXTENSION citext;

-- 19. drop extension hstore: breaking
--    breaks readers and writers: extension hstore is gone
DROP EXTENSION hstore;

-- 20. drop extension pg_trgm: breaking
--    breaks readers and writers: extension pg_trgm is gone
DROP EXTENSION pg_trgm;

-- 21. drop schema x: breaking
--    breaks readers and writers: schema x is gone
DROP SCHEMA x;

COMMIT;
