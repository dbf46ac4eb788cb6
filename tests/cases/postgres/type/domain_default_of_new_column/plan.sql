-- from from.sql to to.sql, for postgres 15
-- 6 steps: 1 breaking, 5 safe

BEGIN;

-- 1. create column public.member.c: safe
--    locks public.member (ACCESS EXCLUSIVE)
--    undo: conditional: what is written to public.member.c meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.member WHERE c IS NOT NULL LIMIT 1
ALTER TABLE public.member ADD COLUMN c public.code;

-- 2. create column public.member.d: safe
--    locks public.member (ACCESS EXCLUSIVE)
--    undo: conditional: what is written to public.member.d meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.member WHERE d IS NOT NULL LIMIT 1
ALTER TABLE public.member ADD COLUMN d text;

COMMIT;

-- 3. create unique public.member.member_c_key: breaking
--    fails on rows of public.member that are equal in c
--    breaks writers: unique member_c_key refuses equal values
--    locks public.member (SHARE UPDATE EXCLUSIVE)
--    reads all of public.member
--    builds public.member_c_key
--    a row here means that it fails: SELECT 1 FROM public.member WHERE c IS NOT NULL GROUP BY c HAVING count(*) > 1 LIMIT 1
CREATE UNIQUE INDEX CONCURRENTLY member_c_key ON public.member (c);

BEGIN;

-- 4. create unique public.member.member_c_key: safe
--    locks public.member (ACCESS EXCLUSIVE)
ALTER TABLE public.member ADD CONSTRAINT member_c_key UNIQUE USING INDEX member_c_key;

COMMIT;

-- 5. create unique public.member.member_d_key: safe
--    locks public.member (SHARE UPDATE EXCLUSIVE)
--    reads all of public.member
--    builds public.member_d_key
CREATE UNIQUE INDEX CONCURRENTLY member_d_key ON public.member (d);

BEGIN;

-- 6. create unique public.member.member_d_key: safe
--    locks public.member (ACCESS EXCLUSIVE)
ALTER TABLE public.member ADD CONSTRAINT member_d_key UNIQUE USING INDEX member_d_key;

COMMIT;
