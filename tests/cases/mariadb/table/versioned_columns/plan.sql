-- from from.sql to to.sql, for mariadb 10
-- 3 steps: 3 safe

-- 1. set session system_versioning_alter_history: safe
SET SESSION system_versioning_alter_history = KEEP;

-- 2. alter column `t`.`a`, `t`.`b`, `t`.`c`: safe
--    locks `t` (NONE)
--    undo: conditional: what is written to `t`.`c` meanwhile
ALTER TABLE `t` MODIFY COLUMN `a` int(11) WITHOUT SYSTEM VERSIONING, MODIFY COLUMN `b` int(11), ADD COLUMN `c` int(11), ALGORITHM=INSTANT, LOCK=NONE;

-- 3. set session system_versioning_alter_history: safe
SET SESSION system_versioning_alter_history = DEFAULT;
