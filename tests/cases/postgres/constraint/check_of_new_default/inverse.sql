-- from to.sql to from.sql, for postgres 15
-- 4 steps: 2 breaking, 2 safe

BEGIN;

-- 1. drop check public.member.member_level_check: safe
--    locks public.member (ACCESS EXCLUSIVE)
--    undo: conditional: rows it would have refused, written meanwhile, keep it from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.member WHERE NOT (level BETWEEN 1 AND 9) LIMIT 1
ALTER TABLE public.member DROP CONSTRAINT member_level_check;

-- 2. drop check public.member.member_state_check: safe
--    locks public.member (ACCESS EXCLUSIVE)
--    undo: conditional: rows it would have refused, written meanwhile, keep it from coming back
--    a row here means that it is not exact: SELECT 1 FROM public.member WHERE NOT (state IN ('old', 'gone')) LIMIT 1
ALTER TABLE public.member DROP CONSTRAINT member_state_check;

-- 3. drop column public.member.level: breaking
--    loses the values of public.member.level
--    breaks readers and writers: column public.member.level is gone
--    locks public.member (ACCESS EXCLUSIVE)
--    undo: loses data: the values of public.member.level
ALTER TABLE public.member DROP COLUMN level;

-- 4. drop column public.member.state: breaking
--    loses the values of public.member.state
--    breaks readers and writers: column public.member.state is gone
--    locks public.member (ACCESS EXCLUSIVE)
--    undo: loses data: the values of public.member.state
ALTER TABLE public.member DROP COLUMN state;

COMMIT;
