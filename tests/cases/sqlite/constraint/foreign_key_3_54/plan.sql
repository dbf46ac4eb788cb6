-- from from.sql to to.sql, for sqlite 3.54
-- 1 step: 1 safe

BEGIN IMMEDIATE;

-- 1. drop foreign key c.of_p: safe
--    locks the database (RESERVED)
--    undo: conditional: rows without their counterpart, written meanwhile, keep it from coming back
--    a row here means that it is not exact: SELECT 1 FROM c c WHERE c.p IS NOT NULL AND NOT EXISTS (SELECT 1 FROM p p WHERE p.id = c.p) LIMIT 1
ALTER TABLE c DROP CONSTRAINT of_p;

COMMIT;
-- says: from.sql:2:24: warning: the plan is not proven, for this rutter has SQLite 3.40.1: near "CONSTRAINT": syntax error: ALTER TABLE c DROP CONSTRAINT of_p
-- says:   CREATE TABLE c (p INT, CONSTRAINT of_p FOREIGN KEY (p) REFERENCES p (id));
-- says:                          ^
