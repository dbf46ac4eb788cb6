-- from to.sql to from.sql, for mysql 8
-- 1 step: 1 breaking

-- 1. drop procedure `refund`: breaking
--    breaks readers and writers: procedure `refund` is gone
DROP PROCEDURE `refund`;
