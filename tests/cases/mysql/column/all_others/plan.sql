-- from from.sql to to.sql, for mysql 8
-- 6 steps: 3 breaking, 3 safe

-- 1. drop index `visit`.`by_door`: safe
--    locks `visit` (NONE)
ALTER TABLE `visit` DROP INDEX `by_door`, ALGORITHM=INPLACE, LOCK=NONE;

-- 2. alter column `badge`.`shape`, `badge`.`colour`, `badge`.`size`: breaking
--    loses the values of `badge`.`colour`
--    breaks readers and writers: column `badge`.`colour` is gone
--    breaks writers: column `badge`.`size` must be given a value
--    note: `size` is zero, empty or the first label in the rows of `badge` that are there
--    undo: loses data: the values of `badge`.`colour`
ALTER TABLE `badge` ADD COLUMN `shape` varchar(20), DROP COLUMN `colour`, ADD COLUMN `size` int NOT NULL, ALGORITHM=INSTANT;

-- 3. alter column `stamp`.`hidden`, `stamp`.`seen`: safe
ALTER TABLE `stamp` MODIFY COLUMN `hidden` int, MODIFY COLUMN `seen` int INVISIBLE, ALGORITHM=INSTANT;

-- 4. alter parts `visit`.`id`, `visit`.`visit_id`, `visit`.`PRIMARY`: breaking
--    loses the values of `visit`.`visit_id`
--    fails on rows of `visit` that are equal in `id`
--    breaks readers and writers: column `visit`.`visit_id` is gone
--    breaks writers: primary key `PRIMARY` refuses equal values
--    note: writers of `visit` wait while it is written anew (its size is not known)
--    locks `visit` (SHARED)
--    rewrites `visit`
--    reads all of `visit`
--    builds `PRIMARY`
--    a row here means that it fails: SELECT 1 FROM `visit` GROUP BY `id` HAVING count(*) > 1 LIMIT 1
--    undo: loses data: the values of `visit`.`visit_id`
ALTER TABLE `visit` ADD COLUMN `id` bigint NOT NULL AUTO_INCREMENT, DROP COLUMN `visit_id`, DROP PRIMARY KEY, ADD PRIMARY KEY (`id`), ALGORITHM=COPY;

-- 5. alter column `visit`.`door`, `visit`.`gate`: breaking
--    loses the values of `visit`.`door`
--    breaks readers and writers: column `visit`.`door` is gone
--    undo: loses data: the values of `visit`.`door`
ALTER TABLE `visit` DROP COLUMN `door`, ADD COLUMN `gate` int, ALGORITHM=INSTANT;

-- 6. create index `visit`.`by_gate`: safe
--    locks `visit` (NONE)
--    reads all of `visit`
--    builds `by_gate`
ALTER TABLE `visit` ADD KEY `by_gate` (`gate`), ALGORITHM=INPLACE, LOCK=NONE;
-- says: to.sql:1:21: note: column `badge`.`colour` is dropped and `badge`.`shape` is created, and they look alike; if it is a rename, write -- @renamed from=colour above it, or give --rename `badge`.`colour`=shape
-- says:   CREATE TABLE badge (shape VARCHAR(20), size INT NOT NULL);
-- says:                       ^
-- says: to.sql:2:47: note: column `visit`.`door` is dropped and `visit`.`gate` is created, and they look alike; if it is a rename, write -- @renamed from=door above it, or give --rename `visit`.`door`=gate
-- says:   CREATE TABLE visit (id BIGINT AUTO_INCREMENT, gate INT, PRIMARY KEY (id), KEY by_gate (gate));
-- says:                                                 ^
