-- from to.sql to from.sql, for mysql 8
-- 1 step: 1 breaking

-- 1. drop column `t`.`n`: breaking
--    loses the values of `t`.`n`
--    breaks readers and writers: column `t`.`n` is gone
--    undo: loses data: the values of `t`.`n`
ALTER TABLE `t` DROP COLUMN `n`, ALGORITHM=INSTANT;
