-- from to.sql to from.sql, for postgres 15
-- 2 steps: 2 breaking

BEGIN;

-- 1. replace trigger public.book.t: breaking
--    breaks writers: trigger public.book.t runs when public.book is written
--    locks public.book (SHARE ROW EXCLUSIVE)
CREATE OR REPLACE TRIGGER t BEFORE INSERT ON public.book FOR EACH ROW EXECUTE FUNCTION public.touch();

-- 2. alter trigger public.book.t: breaking
--    breaks writers: trigger public.book.t runs when public.book is written
--    locks public.book (SHARE ROW EXCLUSIVE)
ALTER TABLE public.book ENABLE TRIGGER t;

COMMIT;
