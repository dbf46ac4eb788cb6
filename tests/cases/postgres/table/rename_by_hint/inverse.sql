-- from to.sql to from.sql, for postgres 15
-- 4 steps: 2 breaking, 2 safe

BEGIN;

-- 1. rename table public.book: breaking
--    breaks readers and writers: table public.volume is now public.book
--    locks public.volume (ACCESS EXCLUSIVE)
ALTER TABLE public.volume RENAME TO book;

-- 2. drop primary key public.book.volume_pkey: breaking
--    breaks writers: primary key volume_pkey: equal values are taken, ON CONFLICT (id) is not
--    locks public.book (ACCESS EXCLUSIVE)
--    locks public.volume_pkey (ACCESS EXCLUSIVE)
--    undo: conditional: equal values written meanwhile keep primary key volume_pkey from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.book GROUP BY id HAVING count(*) > 1 LIMIT 1
ALTER TABLE public.book DROP CONSTRAINT volume_pkey;

COMMIT;

-- 3. create primary key public.book.book_pkey: safe
--    locks public.book (SHARE UPDATE EXCLUSIVE)
--    reads all of public.book
--    builds public.book_pkey
CREATE UNIQUE INDEX CONCURRENTLY book_pkey ON public.book (id);

BEGIN;

-- 4. create primary key public.book.book_pkey: safe
--    locks public.book (ACCESS EXCLUSIVE)
ALTER TABLE public.book ADD CONSTRAINT book_pkey PRIMARY KEY USING INDEX book_pkey;

COMMIT;
