-- from from.sql to to.sql, for postgres 15
-- 13 steps: 6 breaking, 7 safe

BEGIN;

-- 1. drop foreign key public.a.a_b_id_fkey: safe
--    locks public.a (ACCESS EXCLUSIVE)
--    locks public.b (ACCESS EXCLUSIVE)
ALTER TABLE public.a DROP CONSTRAINT a_b_id_fkey;

-- 2. drop foreign key public.b.b_a_id_fkey: safe
--    locks public.b (ACCESS EXCLUSIVE)
--    locks public.a (ACCESS EXCLUSIVE)
ALTER TABLE public.b DROP CONSTRAINT b_a_id_fkey;

-- 3. alter column public.a.id: breaking
--    loses what uuid does not hold of public.a.id
--    fails on values that are not of type uuid in public.a.id
--    fails on values of public.a.id that become equal, which primary key public.a.a_pkey refuses
--    breaks readers: column public.a.id is of type uuid for its readers
--    breaks writers: column public.a.id refuses values that are not of type uuid
--    breaks writers: primary key public.a.a_pkey refuses more values as equal
--    note: readers and writers of public.a wait while it is written anew (its size is not known)
--    locks public.a (ACCESS EXCLUSIVE)
--    locks public.a_pkey (ACCESS EXCLUSIVE)
--    locks public.a_x_key (ACCESS EXCLUSIVE)
--    rewrites public.a
--    reads all of public.a
--    builds public.a_pkey, public.a_x_key
--    undo: loses data: what uuid does not hold of public.a.id do not come back
ALTER TABLE public.a ALTER COLUMN id TYPE uuid USING id::text::uuid;

-- 4. alter column public.a.x: breaking
--    breaks readers: column public.a.x is of type bigint for its readers
--    note: readers and writers of public.a wait while it is written anew (its size is not known)
--    locks public.a (ACCESS EXCLUSIVE)
--    locks public.a_x_key (ACCESS EXCLUSIVE)
--    locks public.a_pkey (ACCESS EXCLUSIVE)
--    rewrites public.a
--    reads all of public.a
--    builds public.a_pkey, public.a_x_key
--    undo: conditional: numbers outside of an integer in public.a.x, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.a WHERE NOT (x BETWEEN -2147483648 AND 2147483647) LIMIT 1
ALTER TABLE public.a ALTER COLUMN x TYPE bigint;

-- 5. alter column public.a.b_id: breaking
--    breaks readers: column public.a.b_id is of type bigint for its readers
--    note: readers and writers of public.a wait while it is written anew (its size is not known)
--    locks public.a (ACCESS EXCLUSIVE)
--    locks public.a_pkey (ACCESS EXCLUSIVE)
--    locks public.a_x_key (ACCESS EXCLUSIVE)
--    rewrites public.a
--    reads all of public.a
--    builds public.a_pkey, public.a_x_key
--    undo: conditional: numbers outside of an integer in public.a.b_id, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.a WHERE NOT (b_id BETWEEN -2147483648 AND 2147483647) LIMIT 1
ALTER TABLE public.a ALTER COLUMN b_id TYPE bigint;

-- 6. alter column public.b.id: breaking
--    breaks readers: column public.b.id is of type bigint for its readers
--    note: readers and writers of public.b wait while it is written anew (its size is not known)
--    locks public.b (ACCESS EXCLUSIVE)
--    locks public.b_pkey (ACCESS EXCLUSIVE)
--    rewrites public.b
--    reads all of public.b
--    builds public.b_pkey
--    undo: conditional: numbers outside of an integer in public.b.id, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.b WHERE NOT (id BETWEEN -2147483648 AND 2147483647) LIMIT 1
ALTER TABLE public.b ALTER COLUMN id TYPE bigint;

-- 7. alter column public.b.a_id: breaking
--    loses what uuid does not hold of public.b.a_id
--    fails on values that are not of type uuid in public.b.a_id
--    breaks readers: column public.b.a_id is of type uuid for its readers
--    breaks writers: column public.b.a_id refuses values that are not of type uuid
--    note: readers and writers of public.b wait while it is written anew (its size is not known)
--    locks public.b (ACCESS EXCLUSIVE)
--    locks public.b_pkey (ACCESS EXCLUSIVE)
--    rewrites public.b
--    reads all of public.b
--    builds public.b_pkey
--    undo: loses data: what uuid does not hold of public.b.a_id do not come back
ALTER TABLE public.b ALTER COLUMN a_id TYPE uuid USING a_id::text::uuid;

-- 8. alter column public.b.ax: breaking
--    breaks readers: column public.b.ax is of type bigint for its readers
--    note: readers and writers of public.b wait while it is written anew (its size is not known)
--    locks public.b (ACCESS EXCLUSIVE)
--    locks public.b_pkey (ACCESS EXCLUSIVE)
--    rewrites public.b
--    reads all of public.b
--    builds public.b_pkey
--    undo: conditional: numbers outside of an integer in public.b.ax, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.b WHERE NOT (ax BETWEEN -2147483648 AND 2147483647) LIMIT 1
ALTER TABLE public.b ALTER COLUMN ax TYPE bigint;

-- 9. create default public.a.id: safe
--    locks public.a (ACCESS EXCLUSIVE)
ALTER TABLE public.a ALTER COLUMN id SET DEFAULT gen_random_uuid();

-- 10. create foreign key public.a.a_b_id_fkey: safe
--    locks public.a (SHARE ROW EXCLUSIVE)
--    locks public.b (SHARE ROW EXCLUSIVE)
ALTER TABLE public.a ADD CONSTRAINT a_b_id_fkey FOREIGN KEY (b_id) REFERENCES public.b (id) NOT VALID;

COMMIT;

BEGIN;

-- 11. create foreign key public.a.a_b_id_fkey: safe
--    locks public.a (SHARE UPDATE EXCLUSIVE)
--    locks public.b (ROW SHARE)
--    locks public.a_pkey (ACCESS SHARE)
--    locks public.a_x_key (ACCESS SHARE)
--    locks public.b_pkey (ACCESS SHARE)
--    reads all of public.a, public.b
ALTER TABLE public.a VALIDATE CONSTRAINT a_b_id_fkey;

-- 12. create foreign key public.b.b_a_id_fkey: safe
--    locks public.b (SHARE ROW EXCLUSIVE)
--    locks public.a (SHARE ROW EXCLUSIVE)
ALTER TABLE public.b ADD CONSTRAINT b_a_id_fkey FOREIGN KEY (a_id) REFERENCES public.a (id) ON DELETE CASCADE NOT VALID;

COMMIT;

BEGIN;

-- 13. create foreign key public.b.b_a_id_fkey: safe
--    locks public.b (SHARE UPDATE EXCLUSIVE)
--    locks public.a (ROW SHARE)
--    locks public.b_pkey (ACCESS SHARE)
--    locks public.a_pkey (ACCESS SHARE)
--    reads all of public.b, public.a
ALTER TABLE public.b VALIDATE CONSTRAINT b_a_id_fkey;

COMMIT;
