-- from to.sql to from.sql, for mariadb 10
-- 3 steps: 1 breaking, 2 safe

-- 1. set session system_versioning_alter_history: safe
SET SESSION system_versioning_alter_history = KEEP;

-- 2. alter column `t`.`c`, `t`.`a`, `t`.`b`: breaking
--    loses the values of `t`.`c`
--    breaks readers and writers: column `t`.`c` is gone
--    locks `t` (NONE)
--    undo: loses data: the values of `t`.`c`
ALTER TABLE `t` DROP COLUMN `c`, MODIFY COLUMN `a` int(11), MODIFY COLUMN `b` int(11) WITHOUT SYSTEM VERSIONING, ALGORITHM=INSTANT, LOCK=NONE;

-- 3. set session system_versioning_alter_history: safe
SET SESSION system_versioning_alter_history = DEFAULT;
