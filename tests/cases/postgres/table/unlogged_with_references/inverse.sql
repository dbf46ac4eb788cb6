-- from to.sql to from.sql, for postgres 15
-- 2 steps: 2 safe

BEGIN;

-- 1. alter table public.parent: safe
--    note: readers and writers of public.parent wait while it is written anew (its size is not known)
--    locks public.parent (ACCESS EXCLUSIVE)
--    locks public.parent_pkey (ACCESS EXCLUSIVE)
--    rewrites public.parent
--    reads all of public.parent
--    builds public.parent_pkey
ALTER TABLE public.parent SET LOGGED;

-- 2. alter table public.child: safe
--    note: readers and writers of public.child wait while it is written anew (its size is not known)
--    locks public.child (ACCESS EXCLUSIVE)
--    rewrites public.child
--    reads all of public.child
ALTER TABLE public.child SET LOGGED;

COMMIT;
