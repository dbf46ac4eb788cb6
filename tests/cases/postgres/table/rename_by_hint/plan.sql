-- from from.sql to to.sql, for postgres 15
-- 4 steps: 2 breaking, 2 safe

BEGIN;

-- 1. rename table public.volume: breaking
--    breaks readers and writers: table public.book is now public.volume
--    locks public.book (ACCESS EXCLUSIVE)
ALTER TABLE public.book RENAME TO volume;

-- 2. drop primary key public.volume.book_pkey: breaking
--    breaks writers: primary key book_pkey: equal values are taken, ON CONFLICT (id) is not
--    locks public.volume (ACCESS EXCLUSIVE)
--    locks public.book_pkey (ACCESS EXCLUSIVE)
--    undo: conditional: equal values written meanwhile keep primary key book_pkey from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.volume GROUP BY id HAVING count(*) > 1 LIMIT 1
ALTER TABLE public.volume DROP CONSTRAINT book_pkey;

COMMIT;

-- 3. create primary key public.volume.volume_pkey: safe
--    locks public.volume (SHARE UPDATE EXCLUSIVE)
--    reads all of public.volume
--    builds public.volume_pkey
CREATE UNIQUE INDEX CONCURRENTLY volume_pkey ON public.volume (id);

BEGIN;

-- 4. create primary key public.volume.volume_pkey: safe
--    locks public.volume (ACCESS EXCLUSIVE)
ALTER TABLE public.volume ADD CONSTRAINT volume_pkey PRIMARY KEY USING INDEX volume_pkey;

COMMIT;
