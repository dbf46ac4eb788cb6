-- from to.sql to from.sql, for postgres 15
-- 3 steps: 2 breaking, 1 safe

BEGIN;

-- 1. drop column public.m.note: breaking
--    loses the values of public.m.note
--    breaks readers and writers: column public.m.note is gone
--    locks public.m (ACCESS EXCLUSIVE)
--    locks public.m_old (ACCESS EXCLUSIVE)
--    undo: loses data: the values of public.m.note
ALTER TABLE public.m DROP COLUMN note;

-- 2. drop table public.m_new: breaking
--    loses the rows of public.m_new
--    breaks readers and writers: table public.m_new is gone
--    locks public.m_new (ACCESS EXCLUSIVE)
--    locks public.m (ACCESS EXCLUSIVE)
--    undo: loses data: the rows of public.m_new
DROP TABLE public.m_new;

-- 3. alter column public.m_old.id: safe
--    locks public.m_old (SHARE UPDATE EXCLUSIVE)
COMMENT ON COLUMN public.m_old.id IS 'was';

COMMIT;
