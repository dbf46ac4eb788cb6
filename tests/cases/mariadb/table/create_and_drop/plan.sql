-- from from.sql to to.sql, for mariadb 10
-- 3 steps: 1 breaking, 2 safe

-- 1. drop table `old`: breaking
--    loses the rows of `old`
--    breaks readers and writers: table `old` is gone
--    locks `old` (EXCLUSIVE)
--    undo: loses data: the rows of `old`
DROP TABLE `old`;

-- 2. create table `customers`: safe
--    undo: loses data: the rows written to `customers` meanwhile
CREATE TABLE `customers` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `email` varchar(100) NOT NULL,
  `name` varchar(50) CHARACTER SET latin1 COLLATE latin1_swedish_ci DEFAULT 'it''s',
  `joined` datetime DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `balance` decimal(10,2) NOT NULL DEFAULT '0.00',
  PRIMARY KEY (`id`),
  UNIQUE KEY `email` (`email`),
  KEY `by_name` (`name`(10), `joined` DESC)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='who buys';

-- 3. create table `orders`: safe
--    undo: loses data: the rows written to `orders` meanwhile
CREATE TABLE `orders` (
  `id` bigint(20) unsigned NOT NULL,
  `customer` int(11) NOT NULL,
  PRIMARY KEY (`id`),
  CONSTRAINT `CONSTRAINT_1` CHECK (id > 0),
  CONSTRAINT `of_customer` FOREIGN KEY (`customer`) REFERENCES `customers` (`id`) ON DELETE CASCADE,
  KEY `of_customer` (`customer`)
) ENGINE=InnoDB;
