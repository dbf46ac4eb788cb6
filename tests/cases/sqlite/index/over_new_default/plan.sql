-- from from.sql to to.sql, for sqlite 3.40
-- 4 steps: 1 breaking, 3 safe

BEGIN IMMEDIATE;

-- 1. create column member.number: safe
--    locks the database (RESERVED)
--    undo: conditional: what is written to member.number meanwhile
--    a row here means that it is not exact: SELECT 1 FROM member WHERE number IS NOT (0) LIMIT 1
ALTER TABLE member ADD COLUMN number INT DEFAULT 0;

-- 2. create column member.mail: safe
--    locks the database (RESERVED)
--    undo: conditional: what is written to member.mail meanwhile
--    a row here means that it is not exact: SELECT 1 FROM member WHERE mail IS NOT NULL LIMIT 1
ALTER TABLE member ADD COLUMN mail TEXT;

-- 3. create index member_mail: safe
--    note: readers and writers of member wait while it is indexed (its size is not known)
--    locks the database (EXCLUSIVE)
--    reads all of member
--    builds member_mail
CREATE UNIQUE INDEX member_mail ON member (mail);

-- 4. create index member_number: breaking
--    fails on rows of member that are equal in number
--    breaks writers: index member_number refuses equal values
--    note: readers and writers of member wait while it is indexed (its size is not known)
--    locks the database (EXCLUSIVE)
--    reads all of member
--    builds member_number
--    a row here means that it fails: SELECT 1 FROM member WHERE number IS NOT NULL GROUP BY number HAVING count(*) > 1 LIMIT 1
CREATE UNIQUE INDEX member_number ON member (number);

COMMIT;
