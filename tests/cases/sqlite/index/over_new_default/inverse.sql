-- from to.sql to from.sql, for sqlite 3.40
-- 4 steps: 4 breaking

BEGIN IMMEDIATE;

-- 1. drop index member_mail: breaking
--    breaks writers: index member_mail: equal values are taken, ON CONFLICT (mail) is not
--    locks the database (RESERVED)
--    undo: conditional: equal values written meanwhile keep index member_mail from coming back
--    a row here means that it is not exact: SELECT 1 FROM member WHERE mail IS NOT NULL GROUP BY mail HAVING count(*) > 1 LIMIT 1
DROP INDEX member_mail;

-- 2. drop index member_number: breaking
--    breaks writers: index member_number: equal values are taken, ON CONFLICT (number) is not
--    locks the database (RESERVED)
--    undo: conditional: equal values written meanwhile keep index member_number from coming back
--    a row here means that it is not exact: SELECT 1 FROM member WHERE number IS NOT NULL GROUP BY number HAVING count(*) > 1 LIMIT 1
DROP INDEX member_number;

-- 3. drop column member.number: breaking
--    loses the values of member.number
--    breaks readers and writers: column member.number is gone
--    note: readers and writers of member wait while it is written anew (its size is not known)
--    locks the database (EXCLUSIVE)
--    rewrites member
--    reads all of member
--    builds "PRIMARY KEY (id)"
--    undo: loses data: the values of member.number
ALTER TABLE member DROP COLUMN number;

-- 4. drop column member.mail: breaking
--    loses the values of member.mail
--    breaks readers and writers: column member.mail is gone
--    note: readers and writers of member wait while it is written anew (its size is not known)
--    locks the database (EXCLUSIVE)
--    rewrites member
--    reads all of member
--    builds "PRIMARY KEY (id)"
--    undo: loses data: the values of member.mail
ALTER TABLE member DROP COLUMN mail;

COMMIT;
