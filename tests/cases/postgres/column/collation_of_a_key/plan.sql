-- from from.sql to to.sql, for postgres 15
-- 2 steps: 1 breaking, 1 safe

BEGIN;

-- 1. alter column public.tag.name: breaking
--    fails on values of public.tag.name that become equal, which unique public.tag.tag_name_key refuses
--    breaks writers: unique public.tag.tag_name_key refuses more values as equal
--    note: the order and equality of the values of public.tag.name change
--    note: readers and writers of public.tag wait while it is indexed (its size is not known)
--    locks public.tag (ACCESS EXCLUSIVE)
--    locks public.tag_name_key (ACCESS EXCLUSIVE)
--    reads all of public.tag
--    builds public.tag_name_key
ALTER TABLE public.tag ALTER COLUMN name TYPE text COLLATE public.blind;

-- 2. alter column public.tag.word: safe
--    note: the order and equality of the values of public.tag.word change
--    note: readers and writers of public.tag wait while it is indexed (its size is not known)
--    locks public.tag (ACCESS EXCLUSIVE)
--    locks public.tag_word_key (ACCESS EXCLUSIVE)
--    reads all of public.tag
--    builds public.tag_word_key
--    undo: conditional: values of public.tag.word written meanwhile that become equal, which unique public.tag.tag_word_key refuses
ALTER TABLE public.tag ALTER COLUMN word TYPE text COLLATE pg_catalog."C";

COMMIT;
