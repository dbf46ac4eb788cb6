-- from from.sql to to.sql, for postgres 15
-- 7 steps: 7 safe

BEGIN;

-- 1. create column public.m.note: safe
--    locks public.m (ACCESS EXCLUSIVE)
--    locks public.m_old (ACCESS EXCLUSIVE)
--    undo: conditional: what is written to public.m.note meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.m WHERE note IS NOT NULL LIMIT 1
ALTER TABLE public.m ADD COLUMN note text;

-- 2. create table public.m_new: safe
--    locks public.m (ACCESS EXCLUSIVE)
--    undo: conditional: the rows written meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.m_new LIMIT 1
CREATE TABLE public.m_new PARTITION OF public.m FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');

-- 3. alter column public.m_new.id: safe
COMMENT ON COLUMN public.m_new.id IS 'new';

-- 4. alter column public.m_new.id: safe
GRANT SELECT (id) ON TABLE public.m_new TO PUBLIC;

-- 5. alter column public.m_new.id: safe
ALTER TABLE public.m_new ALTER COLUMN id SET STATISTICS 500;

-- 6. alter column public.m_old.id: safe
--    locks public.m_old (SHARE UPDATE EXCLUSIVE)
COMMENT ON COLUMN public.m_old.id IS 'is';

-- 7. alter column public.m_old.note: safe
--    locks public.m_old (SHARE UPDATE EXCLUSIVE)
COMMENT ON COLUMN public.m_old.note IS 'comes with the parent';

COMMIT;
