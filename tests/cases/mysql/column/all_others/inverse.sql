-- from to.sql to from.sql, for mysql 8
-- 6 steps: 3 breaking, 3 safe

-- 1. drop index `visit`.`by_gate`: safe
--    locks `visit` (NONE)
ALTER TABLE `visit` DROP INDEX `by_gate`, ALGORITHM=INPLACE, LOCK=NONE;

-- 2. alter column `badge`.`colour`, `badge`.`shape`, `badge`.`size`: breaking
--    loses the values of `badge`.`shape`
--    loses the values of `badge`.`size`
--    breaks readers and writers: column `badge`.`shape` is gone
--    breaks readers and writers: column `badge`.`size` is gone
--    undo: loses data: the values of `badge`.`shape`; the values of `badge`.`size`
ALTER TABLE `badge` ADD COLUMN `colour` varchar(20), DROP COLUMN `shape`, DROP COLUMN `size`, ALGORITHM=INSTANT;

-- 3. alter column `stamp`.`seen`, `stamp`.`hidden`: safe
ALTER TABLE `stamp` MODIFY COLUMN `seen` int, MODIFY COLUMN `hidden` int INVISIBLE, ALGORITHM=INSTANT;

-- 4. alter parts `visit`.`visit_id`, `visit`.`id`, `visit`.`PRIMARY`: breaking
--    loses the values of `visit`.`id`
--    fails on rows of `visit` that are equal in `visit_id`
--    breaks readers and writers: column `visit`.`id` is gone
--    breaks writers: primary key `PRIMARY` refuses equal values
--    note: writers of `visit` wait while it is written anew (its size is not known)
--    locks `visit` (SHARED)
--    rewrites `visit`
--    reads all of `visit`
--    builds `PRIMARY`
--    a row here means that it fails: SELECT 1 FROM `visit` GROUP BY `visit_id` HAVING count(*) > 1 LIMIT 1
--    undo: loses data: the values of `visit`.`id`
ALTER TABLE `visit` ADD COLUMN `visit_id` int NOT NULL AUTO_INCREMENT, DROP COLUMN `id`, DROP PRIMARY KEY, ADD PRIMARY KEY (`visit_id`), ALGORITHM=COPY;

-- 5. alter column `visit`.`gate`, `visit`.`door`: breaking
--    loses the values of `visit`.`gate`
--    breaks readers and writers: column `visit`.`gate` is gone
--    undo: loses data: the values of `visit`.`gate`
ALTER TABLE `visit` DROP COLUMN `gate`, ADD COLUMN `door` int, ALGORITHM=INSTANT;

-- 6. create index `visit`.`by_door`: safe
--    locks `visit` (NONE)
--    reads all of `visit`
--    builds `by_door`
ALTER TABLE `visit` ADD KEY `by_door` (`door`), ALGORITHM=INPLACE, LOCK=NONE;
-- says: to.sql:1:21: note: column `badge`.`colour` is dropped and `badge`.`shape` is created, and they look alike; if it is a rename, write -- @renamed from=colour above it, or give --rename `badge`.`colour`=shape
-- says:   CREATE TABLE badge (shape VARCHAR(20), size INT NOT NULL);
-- says:                       ^
-- says: to.sql:2:47: note: column `visit`.`door` is dropped and `visit`.`gate` is created, and they look alike; if it is a rename, write -- @renamed from=door above it, or give --rename `visit`.`door`=gate
-- says:   CREATE TABLE visit (id BIGINT AUTO_INCREMENT, gate INT, PRIMARY KEY (id), KEY by_gate (gate));
-- says:                                                 ^
