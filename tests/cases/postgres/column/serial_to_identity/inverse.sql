-- from to.sql to from.sql, for postgres 15
-- 4 steps: 1 breaking, 3 safe

BEGIN;

-- 1. alter column public.t.id: breaking
--    breaks writers: column public.t.id must be given a value
--    locks public.t (ACCESS EXCLUSIVE)
--    locks public.t_id_seq (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN id DROP IDENTITY;

-- 2. create sequence public.t_id_seq: safe
CREATE SEQUENCE public.t_id_seq AS integer;

-- 3. alter sequence public.t_id_seq: safe
--    locks public.t (ACCESS SHARE)
ALTER SEQUENCE public.t_id_seq OWNED BY public.t.id;

-- 4. create default public.t.id: safe
--    locks public.t (ACCESS EXCLUSIVE)
ALTER TABLE public.t ALTER COLUMN id SET DEFAULT nextval('public.t_id_seq'::regclass);

COMMIT;
