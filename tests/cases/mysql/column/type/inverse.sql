-- from to.sql to from.sql, for mysql 8
-- 3 steps: 2 breaking, 1 safe

-- 1. alter column `t`.`a`, `t`.`b`: breaking
--    fails on numbers outside of a int in `t`.`a`
--    fails on texts longer than 20 characters in `t`.`b`
--    breaks readers: column `t`.`a` is of type int for its readers
--    breaks writers: column `t`.`a` refuses numbers outside of a int
--    breaks writers: column `t`.`b` refuses texts longer than 20 characters
--    note: writers of `t` wait while it is written anew (its size is not known)
--    locks `t` (SHARED)
--    rewrites `t`
--    reads all of `t`
--    builds `PRIMARY`
--    a row here means that it fails: SELECT 1 FROM `t` WHERE NOT (`a` BETWEEN -2147483648 AND 2147483647) LIMIT 1
--    a row here means that it fails: SELECT 1 FROM `t` WHERE NOT (CHAR_LENGTH(`b`) <= 20) LIMIT 1
ALTER TABLE `t` MODIFY COLUMN `a` int, MODIFY COLUMN `b` varchar(20), ALGORITHM=COPY;

-- 2. alter column `t`.`c`: safe
--    locks `t` (NONE)
--    undo: conditional: texts longer than 10 characters in `t`.`c`, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM `t` WHERE NOT (CHAR_LENGTH(`c`) <= 10) LIMIT 1
ALTER TABLE `t` MODIFY COLUMN `c` varchar(20), ALGORITHM=INPLACE, LOCK=NONE;

-- 3. alter column `t`.`d`, `t`.`e`: breaking
--    fails on values other than 'x','y' in `t`.`d`
--    breaks readers: column `t`.`d` is of type enum('x','y') for its readers
--    breaks writers: column `t`.`d` refuses values other than 'x','y'
--    note: writers of `t` wait while it is written anew (its size is not known)
--    locks `t` (SHARED)
--    rewrites `t`
--    reads all of `t`
--    builds `PRIMARY`
--    a row here means that it fails: SELECT 1 FROM `t` WHERE NOT (`d` IN ('x','y')) LIMIT 1
--    undo: conditional: numbers of more than 3 digits before the point in `t`.`e`, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM `t` WHERE NOT (ABS(ROUND(`e`, 1)) < 1e3 AND `e` = ROUND(`e`, 1)) LIMIT 1
ALTER TABLE `t` MODIFY COLUMN `d` enum('x','y'), MODIFY COLUMN `e` decimal(5,2), ALGORITHM=COPY;
