-- from from.sql to to.sql, for mysql 8
-- 5 steps: 1 breaking, 4 safe

-- 1. drop table `gone`: breaking
--    loses the rows of `gone`
--    breaks readers and writers: table `gone` is gone
--    locks `gone` (EXCLUSIVE)
--    undo: loses data: the rows of `gone`
DROP TABLE `gone`;

-- 2. create table `a`: safe
--    undo: loses data: the rows written to `a` meanwhile
CREATE TABLE `a` (
  `id` int NOT NULL,
  `b` int,
  PRIMARY KEY (`id`),
  KEY `b` (`b`)
) ENGINE=InnoDB;

-- 3. create table `b`: safe
--    undo: loses data: the rows written to `b` meanwhile
CREATE TABLE `b` (
  `id` int NOT NULL,
  `a` int,
  PRIMARY KEY (`id`),
  KEY `a` (`a`)
) ENGINE=InnoDB;

-- 4. create foreign key `a`.`a_b`: safe
ALTER TABLE `a` ADD CONSTRAINT `a_b` FOREIGN KEY (`b`) REFERENCES `b` (`id`);

-- 5. create foreign key `b`.`b_a`: safe
ALTER TABLE `b` ADD CONSTRAINT `b_a` FOREIGN KEY (`a`) REFERENCES `a` (`id`);
