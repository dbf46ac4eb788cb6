-- from to.sql to from.sql, for mysql 8
-- 3 steps: 2 breaking, 1 safe

-- 1. drop table `orders`: breaking
--    loses the rows of `orders`
--    breaks readers and writers: table `orders` is gone
--    locks `orders` (EXCLUSIVE)
--    undo: loses data: the rows of `orders`
DROP TABLE `orders`;

-- 2. drop table `customers`: breaking
--    loses the rows of `customers`
--    breaks readers and writers: table `customers` is gone
--    locks `customers` (EXCLUSIVE)
--    undo: loses data: the rows of `customers`
DROP TABLE `customers`;

-- 3. create table `old`: safe
--    undo: loses data: the rows written to `old` meanwhile
CREATE TABLE `old` (
  `id` int NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;
