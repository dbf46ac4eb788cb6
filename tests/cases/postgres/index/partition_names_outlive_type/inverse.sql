-- from to.sql to from.sql, for postgres 15
-- 28 steps: 2 breaking, 26 safe

BEGIN;

-- 1. drop index public.w_a: safe
--    locks public.pp (ACCESS EXCLUSIVE)
--    locks public.pp1 (ACCESS EXCLUSIVE)
--    locks public.pp2 (ACCESS EXCLUSIVE)
--    locks public.w_a (ACCESS EXCLUSIVE)
DROP INDEX public.w_a;

-- 2. drop index public.w_b: safe
--    locks public.pp (ACCESS EXCLUSIVE)
--    locks public.pp1 (ACCESS EXCLUSIVE)
--    locks public.pp2 (ACCESS EXCLUSIVE)
--    locks public.w_b (ACCESS EXCLUSIVE)
DROP INDEX public.w_b;

-- 3. drop index public.w_e: safe
--    locks public.pp (ACCESS EXCLUSIVE)
--    locks public.pp1 (ACCESS EXCLUSIVE)
--    locks public.pp2 (ACCESS EXCLUSIVE)
--    locks public.w_e (ACCESS EXCLUSIVE)
DROP INDEX public.w_e;

-- 4. drop index public.w_w: safe
--    locks public.pp (ACCESS EXCLUSIVE)
--    locks public.pp1 (ACCESS EXCLUSIVE)
--    locks public.pp2 (ACCESS EXCLUSIVE)
--    locks public.w_w (ACCESS EXCLUSIVE)
DROP INDEX public.w_w;

-- 5. alter column public.pp.a: breaking
--    fails on numbers outside of a smallint in public.pp.a
--    breaks readers: column public.pp.a is of type smallint for its readers
--    breaks writers: column public.pp.a refuses numbers outside of a smallint
--    note: readers and writers of public.pp1 wait while it is written anew (its size is not known)
--    note: readers and writers of public.pp2 wait while it is written anew (its size is not known)
--    locks public.pp (ACCESS EXCLUSIVE)
--    locks public.pp1 (ACCESS EXCLUSIVE)
--    locks public.pp2 (ACCESS EXCLUSIVE)
--    locks public.w_ok (ACCESS EXCLUSIVE)
--    locks public.pp1_a_c_idx (ACCESS EXCLUSIVE)
--    locks public.pp2_a_c_idx (ACCESS EXCLUSIVE)
--    rewrites public.pp1, public.pp2
--    reads all of public.pp1, public.pp2
--    builds public.pp1_a_c_idx, public.pp2_a_c_idx
--    a row here means that it fails: SELECT 1 FROM public.pp WHERE NOT (a BETWEEN -32768 AND 32767) LIMIT 1
ALTER TABLE public.pp ALTER COLUMN a TYPE smallint;

-- 6. alter column public.pp.b: breaking
--    fails on texts longer than 10 characters in public.pp.b
--    breaks writers: column public.pp.b refuses texts longer than 10 characters
--    note: readers and writers of public.pp1 wait while it is written anew (its size is not known)
--    note: readers and writers of public.pp2 wait while it is written anew (its size is not known)
--    locks public.pp (ACCESS EXCLUSIVE)
--    locks public.pp1 (ACCESS EXCLUSIVE)
--    locks public.pp2 (ACCESS EXCLUSIVE)
--    locks public.pp1_a_c_idx (ACCESS EXCLUSIVE)
--    locks public.pp2_a_c_idx (ACCESS EXCLUSIVE)
--    rewrites public.pp1, public.pp2
--    reads all of public.pp1, public.pp2
--    builds public.pp1_a_c_idx, public.pp2_a_c_idx
--    a row here means that it fails: SELECT 1 FROM public.pp WHERE NOT (char_length(b) <= 10) LIMIT 1
ALTER TABLE public.pp ALTER COLUMN b TYPE character varying(10);

-- 7. create index public.w_a: safe
--    locks public.pp (SHARE)
CREATE INDEX w_a ON ONLY public.pp (a);

-- 8. create index public.w_b: safe
--    locks public.pp (SHARE)
CREATE INDEX w_b ON ONLY public.pp (b);

-- 9. create index public.w_e: safe
--    locks public.pp (SHARE)
CREATE INDEX w_e ON ONLY public.pp ((a+1));

-- 10. create index public.w_w: safe
--    locks public.pp (SHARE)
CREATE INDEX w_w ON ONLY public.pp (c) WHERE a > 1;

COMMIT;

-- 11. create index public.own_a: safe
--    locks public.pp1 (SHARE UPDATE EXCLUSIVE)
--    reads all of public.pp1
--    builds public.own_a
CREATE INDEX CONCURRENTLY own_a ON public.pp1 (a);

BEGIN;

-- 12. alter index public.own_a: safe
--    locks public.pp1 (ACCESS SHARE)
--    locks public.pp (ACCESS SHARE)
ALTER INDEX public.w_a ATTACH PARTITION public.own_a;

-- 13. alter index public.own_a: safe
COMMENT ON INDEX public.own_a IS 'hey';

COMMIT;

-- 14. create index public.own_b: safe
--    locks public.pp1 (SHARE UPDATE EXCLUSIVE)
--    reads all of public.pp1
--    builds public.own_b
CREATE INDEX CONCURRENTLY own_b ON public.pp1 (b);

BEGIN;

-- 15. alter index public.own_b: safe
--    locks public.pp1 (ACCESS SHARE)
--    locks public.pp (ACCESS SHARE)
ALTER INDEX public.w_b ATTACH PARTITION public.own_b;

-- 16. alter index public.own_b: safe
COMMENT ON INDEX public.own_b IS 'ho';

COMMIT;

-- 17. create index public.own_e: safe
--    locks public.pp1 (SHARE UPDATE EXCLUSIVE)
--    reads all of public.pp1
--    builds public.own_e
CREATE INDEX CONCURRENTLY own_e ON public.pp1 ((a+1));

BEGIN;

-- 18. alter index public.own_e: safe
--    locks public.pp1 (ACCESS SHARE)
--    locks public.pp (ACCESS SHARE)
ALTER INDEX public.w_e ATTACH PARTITION public.own_e;

COMMIT;

-- 19. create index public.own_w: safe
--    locks public.pp1 (SHARE UPDATE EXCLUSIVE)
--    reads all of public.pp1
--    builds public.own_w
CREATE INDEX CONCURRENTLY own_w ON public.pp1 (c) WHERE a > 1;

BEGIN;

-- 20. alter index public.own_w: safe
--    locks public.pp1 (ACCESS SHARE)
--    locks public.pp (ACCESS SHARE)
ALTER INDEX public.w_w ATTACH PARTITION public.own_w;

COMMIT;

-- 21. create index public.pp2_a_idx: safe
--    locks public.pp2 (SHARE UPDATE EXCLUSIVE)
--    reads all of public.pp2
--    builds public.pp2_a_idx
CREATE INDEX CONCURRENTLY pp2_a_idx ON public.pp2 (a);

BEGIN;

-- 22. alter index public.pp2_a_idx: safe
--    locks public.pp2 (ACCESS SHARE)
--    locks public.pp (ACCESS SHARE)
ALTER INDEX public.w_a ATTACH PARTITION public.pp2_a_idx;

COMMIT;

-- 23. create index public.pp2_b_idx: safe
--    locks public.pp2 (SHARE UPDATE EXCLUSIVE)
--    reads all of public.pp2
--    builds public.pp2_b_idx
CREATE INDEX CONCURRENTLY pp2_b_idx ON public.pp2 (b);

BEGIN;

-- 24. alter index public.pp2_b_idx: safe
--    locks public.pp2 (ACCESS SHARE)
--    locks public.pp (ACCESS SHARE)
ALTER INDEX public.w_b ATTACH PARTITION public.pp2_b_idx;

COMMIT;

-- 25. create index public.pp2_c_idx: safe
--    locks public.pp2 (SHARE UPDATE EXCLUSIVE)
--    reads all of public.pp2
--    builds public.pp2_c_idx
CREATE INDEX CONCURRENTLY pp2_c_idx ON public.pp2 (c) WHERE a > 1;

BEGIN;

-- 26. alter index public.pp2_c_idx: safe
--    locks public.pp2 (ACCESS SHARE)
--    locks public.pp (ACCESS SHARE)
ALTER INDEX public.w_w ATTACH PARTITION public.pp2_c_idx;

COMMIT;

-- 27. create index public.pp2_expr_idx: safe
--    locks public.pp2 (SHARE UPDATE EXCLUSIVE)
--    reads all of public.pp2
--    builds public.pp2_expr_idx
CREATE INDEX CONCURRENTLY pp2_expr_idx ON public.pp2 ((a+1));

BEGIN;

-- 28. alter index public.pp2_expr_idx: safe
--    locks public.pp2 (ACCESS SHARE)
--    locks public.pp (ACCESS SHARE)
ALTER INDEX public.w_e ATTACH PARTITION public.pp2_expr_idx;

COMMIT;
