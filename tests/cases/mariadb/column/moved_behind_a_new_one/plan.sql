-- from from.sql to to.sql, for mariadb 10
-- 2 steps: 1 breaking, 1 safe

-- 1. create column `t`.`a`, `t`.`f`, `t`.`c`: safe
--    locks `t` (NONE)
--    undo: conditional: what is written to `t`.`a` meanwhile; what is written to `t`.`f` meanwhile; what is written to `t`.`c` meanwhile
ALTER TABLE `t` ADD COLUMN `a` bigint(20) DEFAULT '7' FIRST, ADD COLUMN `f` char(5) AFTER `a`, ADD COLUMN `c` int(11) AFTER `f`, ALGORITHM=INSTANT, LOCK=NONE;

-- 2. alter column `t`.`g`: breaking
--    fails on values of more than 20 characters in `t`.`g`
--    breaks readers: column `t`.`g` is of type varchar(20) for its readers
--    breaks writers: column `t`.`g` refuses values of more than 20 characters
--    note: writers of `t` wait while it is written anew (its size is not known)
--    locks `t` (SHARED)
--    rewrites `t`
--    reads all of `t`
--    a row here means that it fails: SELECT 1 FROM `t` WHERE NOT (CHAR_LENGTH(`g`) <= 20) LIMIT 1
--    undo: conditional: values that are not of type date in `t`.`g`, written meanwhile, keep the type from coming back
ALTER TABLE `t` MODIFY COLUMN `g` varchar(20) COMMENT 'c0' AFTER `c`, ALGORITHM=COPY;
