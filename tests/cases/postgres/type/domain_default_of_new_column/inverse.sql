-- from to.sql to from.sql, for postgres 15
-- 4 steps: 4 breaking

BEGIN;

-- 1. drop unique public.member.member_c_key: breaking
--    breaks writers: unique member_c_key: equal values are taken, ON CONFLICT (c) is not
--    locks public.member (ACCESS EXCLUSIVE)
--    locks public.member_c_key (ACCESS EXCLUSIVE)
--    undo: conditional: equal values written meanwhile keep unique member_c_key from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.member WHERE c IS NOT NULL GROUP BY c HAVING count(*) > 1 LIMIT 1
ALTER TABLE public.member DROP CONSTRAINT member_c_key;

-- 2. drop unique public.member.member_d_key: breaking
--    breaks writers: unique member_d_key: equal values are taken, ON CONFLICT (d) is not
--    locks public.member (ACCESS EXCLUSIVE)
--    locks public.member_d_key (ACCESS EXCLUSIVE)
--    undo: conditional: equal values written meanwhile keep unique member_d_key from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.member WHERE d IS NOT NULL GROUP BY d HAVING count(*) > 1 LIMIT 1
ALTER TABLE public.member DROP CONSTRAINT member_d_key;

-- 3. drop column public.member.c: breaking
--    loses the values of public.member.c
--    breaks readers and writers: column public.member.c is gone
--    locks public.member (ACCESS EXCLUSIVE)
--    undo: loses data: the values of public.member.c
ALTER TABLE public.member DROP COLUMN c;

-- 4. drop column public.member.d: breaking
--    loses the values of public.member.d
--    breaks readers and writers: column public.member.d is gone
--    locks public.member (ACCESS EXCLUSIVE)
--    undo: loses data: the values of public.member.d
ALTER TABLE public.member DROP COLUMN d;

COMMIT;
