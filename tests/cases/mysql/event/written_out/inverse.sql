-- from to.sql to from.sql, for mysql 8
-- 4 steps: 2 breaking, 2 safe

-- 1. drop event `daily`: safe
DROP EVENT `daily`;

-- 2. drop event `later`: safe
DROP EVENT `later`;

-- 3. create event `daily`: breaking
--    breaks writers: event `daily` runs
CREATE EVENT daily ON SCHEDULE EVERY 1 DAY STARTS '2035-01-01 10:00' ENDS '2036-01-01' DO DELETE FROM log;

-- 4. create event `later`: breaking
--    breaks writers: event `later` runs
CREATE EVENT later ON SCHEDULE AT '2037-05-05' DO DELETE FROM log;
