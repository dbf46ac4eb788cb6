-- from from.sql to to.sql, for postgres 15
-- 3 steps: 1 breaking, 2 safe

BEGIN;

-- 1. drop trigger public.book.t: safe
--    locks public.book (ACCESS EXCLUSIVE)
DROP TRIGGER t ON public.book;

-- 2. create trigger public.book.t: breaking
--    breaks writers: trigger public.book.t does not run any more
--    locks public.book (SHARE ROW EXCLUSIVE)
CREATE TRIGGER t BEFORE INSERT OR UPDATE OF title ON public.book FOR EACH ROW WHEN (NEW.price > 0) EXECUTE FUNCTION public.touch();

-- 3. alter trigger public.book.t: safe
--    locks public.book (SHARE ROW EXCLUSIVE)
ALTER TABLE public.book DISABLE TRIGGER t;

COMMIT;
