-- from to.sql to from.sql, for mariadb 10
-- 2 steps: 1 breaking, 1 safe

-- 1. drop event `e`: safe
DROP EVENT `e`;

-- 2. create event `e`: breaking
--    breaks writers: event `e` runs
CREATE EVENT e ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00' DO SET @x = 1;
