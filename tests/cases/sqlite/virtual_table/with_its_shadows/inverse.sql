-- from to.sql to from.sql, for sqlite 3.40
-- 1 step: 1 breaking

BEGIN IMMEDIATE;

-- 1. drop column found_content.more: breaking
--    loses the values of found_content.more
--    breaks readers and writers: column found_content.more is gone
--    note: readers and writers of found_content wait while it is written anew (its size is not known)
--    locks the database (EXCLUSIVE)
--    rewrites found_content
--    reads all of found_content
--    undo: loses data: the values of found_content.more
ALTER TABLE found_content DROP COLUMN more;

COMMIT;
