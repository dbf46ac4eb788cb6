-- from to.sql to from.sql, for mysql 9
-- 1 step: 1 safe

-- 1. alter parts `shelf`.`shelf_ibfk_1`, `shelf`.`aisle`: safe
--    locks `shelf` (NONE)
--    undo: conditional: rows without their counterpart, written meanwhile, keep it from coming back
--    a row here means that it is not exact: SELECT 1 FROM `shelf` c WHERE c.`aisle` IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `aisle` p WHERE p.`id` = c.`aisle`) LIMIT 1
ALTER TABLE `shelf` DROP FOREIGN KEY `shelf_ibfk_1`, DROP INDEX `aisle`, ALGORITHM=INPLACE, LOCK=NONE;
