-- from to.sql to from.sql, for postgres 15
-- 3 steps: 3 breaking

BEGIN;

-- 1. drop rule public.note.note_in: breaking
--    breaks readers and writers: rule public.note.note_in is gone
--    locks public.note (ACCESS EXCLUSIVE)
DROP RULE note_in ON public.note;

-- 2. drop rule public.note.note_on: breaking
--    breaks readers and writers: rule public.note.note_on is gone
--    locks public.note (ACCESS EXCLUSIVE)
DROP RULE note_on ON public.note;

-- 3. drop rule public.note.note_out: breaking
--    breaks readers and writers: rule public.note.note_out is gone
--    locks public.note (ACCESS EXCLUSIVE)
DROP RULE note_out ON public.note;

COMMIT;
