-- from from.sql to to.sql, for postgres 15
-- 3 steps: 3 breaking

BEGIN;

-- 1. create rule public.note.note_in: breaking
--    breaks readers and writers: rule public.note.note_in does INSERT otherwise
--    locks public.note (ACCESS EXCLUSIVE)
CREATE RULE note_in AS ON INSERT TO public.note WHERE class = 2 AND id > 0 DO (INSERT INTO public.log (id, what) VALUES (new.id, coalesce(new.body, 'in')));

-- 2. create rule public.note.note_on: breaking
--    breaks readers and writers: rule public.note.note_on does UPDATE otherwise
--    locks public.note (ACCESS EXCLUSIVE)
CREATE RULE note_on AS ON UPDATE TO public.note WHERE new.class > old.class DO (UPDATE public.log SET what = new.body WHERE id = old.id);

-- 3. create rule public.note.note_out: breaking
--    breaks readers and writers: rule public.note.note_out does DELETE otherwise
--    locks public.note (ACCESS EXCLUSIVE)
CREATE RULE note_out AS ON DELETE TO public.note WHERE class > 2 DO (DELETE FROM public.log WHERE id = old.id);

COMMIT;
