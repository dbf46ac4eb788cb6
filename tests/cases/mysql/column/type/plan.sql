-- from from.sql to to.sql, for mysql 8
-- 5 steps: 3 breaking, 2 safe

-- 1. alter column `t`.`a`: breaking
--    breaks readers: column `t`.`a` is of type bigint for its readers
--    note: writers of `t` wait while it is written anew (its size is not known)
--    locks `t` (SHARED)
--    rewrites `t`
--    reads all of `t`
--    builds `PRIMARY`
--    undo: conditional: numbers outside of a int in `t`.`a`, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM `t` WHERE NOT (`a` BETWEEN -2147483648 AND 2147483647) LIMIT 1
ALTER TABLE `t` MODIFY COLUMN `a` bigint, ALGORITHM=COPY;

-- 2. alter column `t`.`b`: safe
--    locks `t` (NONE)
--    undo: conditional: texts longer than 20 characters in `t`.`b`, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM `t` WHERE NOT (CHAR_LENGTH(`b`) <= 20) LIMIT 1
ALTER TABLE `t` MODIFY COLUMN `b` varchar(30), ALGORITHM=INPLACE, LOCK=NONE;

-- 3. alter column `t`.`c`: breaking
--    fails on texts longer than 10 characters in `t`.`c`
--    breaks writers: column `t`.`c` refuses texts longer than 10 characters
--    note: writers of `t` wait while it is written anew (its size is not known)
--    locks `t` (SHARED)
--    rewrites `t`
--    reads all of `t`
--    builds `PRIMARY`
--    a row here means that it fails: SELECT 1 FROM `t` WHERE NOT (CHAR_LENGTH(`c`) <= 10) LIMIT 1
ALTER TABLE `t` MODIFY COLUMN `c` varchar(10), ALGORITHM=COPY;

-- 4. alter column `t`.`d`: safe
--    undo: conditional: values other than 'x','y' in `t`.`d`, written meanwhile, keep the type from coming back
--    a row here means that it is not exact: SELECT 1 FROM `t` WHERE NOT (`d` IN ('x','y')) LIMIT 1
ALTER TABLE `t` MODIFY COLUMN `d` enum('x','y','z'), ALGORITHM=INSTANT;

-- 5. alter column `t`.`e`: breaking
--    loses decimals beyond 1 of `t`.`e`
--    fails on numbers of more than 3 digits before the point in `t`.`e`
--    breaks readers: column `t`.`e` is of type decimal(4,1) for its readers
--    breaks writers: column `t`.`e` refuses numbers of more than 3 digits before the point
--    note: writers of `t` wait while it is written anew (its size is not known)
--    locks `t` (SHARED)
--    rewrites `t`
--    reads all of `t`
--    builds `PRIMARY`
--    a row here means that it fails: SELECT 1 FROM `t` WHERE NOT (ABS(ROUND(`e`, 1)) < 1e3) LIMIT 1
--    undo: loses data: decimals beyond 1 of `t`.`e` do not come back
ALTER TABLE `t` MODIFY COLUMN `e` decimal(4,1), ALGORITHM=COPY;
