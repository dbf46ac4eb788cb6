-- from from.sql to to.sql, for postgres 15
-- 6 steps: 2 breaking, 4 safe

BEGIN;

-- 1. create column public.member.level: safe
--    locks public.member (ACCESS EXCLUSIVE)
--    undo: conditional: what is written to public.member.level meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.member WHERE level IS DISTINCT FROM (1) LIMIT 1
ALTER TABLE public.member ADD COLUMN level integer DEFAULT 1 NOT NULL;

-- 2. create column public.member.state: safe
--    locks public.member (ACCESS EXCLUSIVE)
--    undo: conditional: what is written to public.member.state meanwhile
--    a row here means that it is not exact: SELECT 1 FROM public.member WHERE state IS DISTINCT FROM ('new') LIMIT 1
ALTER TABLE public.member ADD COLUMN state text DEFAULT 'new';

-- 3. create check public.member.member_level_check: safe
--    locks public.member (ACCESS EXCLUSIVE)
ALTER TABLE public.member ADD CONSTRAINT member_level_check CHECK (level BETWEEN 1 AND 9) NOT VALID;

COMMIT;

BEGIN;

-- 4. create check public.member.member_level_check: safe
--    locks public.member (SHARE UPDATE EXCLUSIVE)
--    reads all of public.member
ALTER TABLE public.member VALIDATE CONSTRAINT member_level_check;

-- 5. create check public.member.member_state_check: breaking
--    fails on rows that check public.member.member_state_check refuses
--    breaks writers: check public.member.member_state_check refuses rows
--    locks public.member (ACCESS EXCLUSIVE)
--    a row here means that it fails: SELECT 1 FROM public.member WHERE NOT (state IN ('old', 'gone')) LIMIT 1
ALTER TABLE public.member ADD CONSTRAINT member_state_check CHECK (state IN ('old', 'gone')) NOT VALID;

COMMIT;

BEGIN;

-- 6. create check public.member.member_state_check: breaking
--    fails on rows that check public.member.member_state_check refuses
--    breaks writers: check public.member.member_state_check refuses rows
--    locks public.member (SHARE UPDATE EXCLUSIVE)
--    reads all of public.member
--    a row here means that it fails: SELECT 1 FROM public.member WHERE NOT (state IN ('old', 'gone')) LIMIT 1
ALTER TABLE public.member VALIDATE CONSTRAINT member_state_check;

COMMIT;
