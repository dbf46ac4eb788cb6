-- from from.sql to to.sql, for postgres 15
-- 2 steps: 2 breaking

BEGIN;

-- 1. alter table public.child: breaking
--    loses the rows of public.child, at the next crash and on every standby
--    note: readers and writers of public.child wait while it is written anew (its size is not known)
--    locks public.child (ACCESS EXCLUSIVE)
--    rewrites public.child
--    reads all of public.child
ALTER TABLE public.child SET UNLOGGED;

-- 2. alter table public.parent: breaking
--    loses the rows of public.parent, at the next crash and on every standby
--    note: readers and writers of public.parent wait while it is written anew (its size is not known)
--    locks public.parent (ACCESS EXCLUSIVE)
--    locks public.parent_pkey (ACCESS EXCLUSIVE)
--    rewrites public.parent
--    reads all of public.parent
--    builds public.parent_pkey
ALTER TABLE public.parent SET UNLOGGED;

COMMIT;
