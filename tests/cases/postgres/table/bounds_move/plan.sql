-- from from.sql to to.sql, for postgres 15
-- 7 steps: 6 breaking, 1 safe

BEGIN;

-- 1. drop table public.pd: breaking
--    loses the rows of public.pd
--    breaks readers and writers: table public.pd is gone
--    locks public.pd (ACCESS EXCLUSIVE)
--    locks public.p (ACCESS EXCLUSIVE)
--    undo: loses data: the rows of public.pd
DROP TABLE public.pd;

-- 2. alter table public.p1: breaking
--    fails on rows of public.pd that belong to public.p1
--    fails on rows of public.p1 that are outside of its bound
--    breaks writers: public.p1 refuses rows that are outside of its bound
--    breaks readers and writers: the rows of public.p1 are not found in public.p any more
--    locks public.p (ACCESS EXCLUSIVE)
--    locks public.p1 (ACCESS EXCLUSIVE)
--    a row here means that it fails: SELECT 1 FROM public.pd WHERE k is not null AND k >= 0 AND k < 15 LIMIT 1
--    a row here means that it fails: SELECT 1 FROM public.p1 WHERE NOT (k is not null AND k >= 0 AND k < 15) LIMIT 1
--    undo: conditional
ALTER TABLE public.p DETACH PARTITION public.p1;

-- 3. alter table public.p2: breaking
--    fails on rows of public.pd that belong to public.p2
--    fails on rows of public.p2 that are outside of its bound
--    breaks writers: public.p2 refuses rows that are outside of its bound
--    breaks readers and writers: the rows of public.p2 are not found in public.p any more
--    locks public.p (ACCESS EXCLUSIVE)
--    locks public.p2 (ACCESS EXCLUSIVE)
--    a row here means that it fails: SELECT 1 FROM public.pd WHERE k is not null AND k >= 15 AND k < 20 LIMIT 1
--    a row here means that it fails: SELECT 1 FROM public.p2 WHERE NOT (k is not null AND k >= 15 AND k < 20) LIMIT 1
--    undo: conditional
ALTER TABLE public.p DETACH PARTITION public.p2;

-- 4. alter table public.p1: breaking
--    fails on rows of public.pd that belong to public.p1
--    fails on rows of public.p1 that are outside of its bound
--    breaks writers: public.p1 refuses rows that are outside of its bound
--    note: readers and writers of public.p1 wait while it is read (its size is not known)
--    note: readers and writers of public.pd wait while it is read (its size is not known)
--    locks public.p1 (ACCESS EXCLUSIVE)
--    locks public.p (SHARE UPDATE EXCLUSIVE)
--    locks public.pd (ACCESS EXCLUSIVE)
--    reads all of public.p1, public.pd
--    a row here means that it fails: SELECT 1 FROM public.pd WHERE k is not null AND k >= 0 AND k < 15 LIMIT 1
--    a row here means that it fails: SELECT 1 FROM public.p1 WHERE NOT (k is not null AND k >= 0 AND k < 15) LIMIT 1
ALTER TABLE public.p ATTACH PARTITION public.p1 FOR VALUES FROM (0) TO (15);

-- 5. alter table public.p2: breaking
--    fails on rows of public.pd that belong to public.p2
--    fails on rows of public.p2 that are outside of its bound
--    breaks writers: public.p2 refuses rows that are outside of its bound
--    note: readers and writers of public.p2 wait while it is read (its size is not known)
--    note: readers and writers of public.pd wait while it is read (its size is not known)
--    locks public.p2 (ACCESS EXCLUSIVE)
--    locks public.p (SHARE UPDATE EXCLUSIVE)
--    locks public.pd (ACCESS EXCLUSIVE)
--    reads all of public.p2, public.pd
--    a row here means that it fails: SELECT 1 FROM public.pd WHERE k is not null AND k >= 15 AND k < 20 LIMIT 1
--    a row here means that it fails: SELECT 1 FROM public.p2 WHERE NOT (k is not null AND k >= 15 AND k < 20) LIMIT 1
ALTER TABLE public.p ATTACH PARTITION public.p2 FOR VALUES FROM (15) TO (20);

-- 6. create table public.p3: breaking
--    fails on rows of public.pd that belong to public.p3
--    note: readers and writers of public.pd wait while it is read (its size is not known)
--    locks public.p (ACCESS EXCLUSIVE)
--    locks public.pd (ACCESS EXCLUSIVE)
--    reads all of public.pd
--    a row here means that it fails: SELECT 1 FROM public.pd WHERE k is not null AND k >= 20 AND k < 30 LIMIT 1
--    undo: conditional: the rows written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.p3 LIMIT 1
CREATE TABLE public.p3 PARTITION OF public.p FOR VALUES FROM (20) TO (30);

-- 7. create table public.pdd: safe
--    note: readers and writers of public.pd wait while it is read (its size is not known)
--    locks public.p (ACCESS EXCLUSIVE)
--    locks public.pd (ACCESS EXCLUSIVE)
--    reads all of public.pd
--    undo: conditional: the rows written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.pdd LIMIT 1
CREATE TABLE public.pdd PARTITION OF public.p DEFAULT;

COMMIT;
-- says: to.sql:5:1: note: table public.pd is dropped and public.pdd is created, and they look alike; if it is a rename, write -- @renamed from=pd above it, or give --rename public.pd=pdd
-- says:   CREATE TABLE pdd PARTITION OF p DEFAULT;
-- says:   ^
