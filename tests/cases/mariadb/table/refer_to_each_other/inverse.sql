-- from to.sql to from.sql, for mariadb 10
-- 5 steps: 2 breaking, 3 safe

-- 1. drop foreign key `a`.`a_b`: safe
--    locks `a` (NONE)
--    undo: conditional: rows without their counterpart, written meanwhile, keep it from coming back
--    a row here means that it is not exact: SELECT 1 FROM `a` c WHERE c.`b` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `b` p WHERE p.`id` = c.`b`) LIMIT 1
ALTER TABLE `a` DROP FOREIGN KEY `a_b`, ALGORITHM=INSTANT, LOCK=NONE;

-- 2. drop foreign key `b`.`b_a`: safe
--    locks `b` (NONE)
--    undo: conditional: rows without their counterpart, written meanwhile, keep it from coming back
--    a row here means that it is not exact: SELECT 1 FROM `b` c WHERE c.`a` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `a` p WHERE p.`id` = c.`a`) LIMIT 1
ALTER TABLE `b` DROP FOREIGN KEY `b_a`, ALGORITHM=INSTANT, LOCK=NONE;

-- 3. drop table `a`: breaking
--    loses the rows of `a`
--    breaks readers and writers: table `a` is gone
--    locks `a` (EXCLUSIVE)
--    undo: loses data: the rows of `a`
DROP TABLE `a`;

-- 4. drop table `b`: breaking
--    loses the rows of `b`
--    breaks readers and writers: table `b` is gone
--    locks `b` (EXCLUSIVE)
--    undo: loses data: the rows of `b`
DROP TABLE `b`;

-- 5. create table `gone`: safe
--    undo: loses data: the rows written to `gone` meanwhile
CREATE TABLE `gone` (
  `id` int(11) NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;
