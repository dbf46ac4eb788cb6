-- from to.sql to from.sql, for mysql 8
-- 4 steps: 2 breaking, 2 safe

-- 1. drop procedure `p`: breaking
--    breaks readers and writers: procedure `p` is gone
DROP PROCEDURE `p`;

-- 2. drop function `f`: safe
DROP FUNCTION `f`;

-- 3. create function `f`: breaking
--    breaks readers and writers: returns of `f` changes
--    breaks readers and writers: the arguments of `f` change
--    note: the body of `f` is another: what it does cannot be told from here
CREATE FUNCTION f(x int) RETURNS int DETERMINISTIC RETURN x + 1;

-- 4. create procedure `gone`: safe
CREATE PROCEDURE gone() SELECT 1;
