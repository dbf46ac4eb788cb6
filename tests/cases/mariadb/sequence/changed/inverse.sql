-- from to.sql to from.sql, for mariadb 10
-- 3 steps: 2 breaking, 1 safe

-- 1. drop sequence `fresh`: breaking
--    breaks readers and writers: sequence `fresh` is gone
DROP SEQUENCE `fresh`;

-- 2. create sequence `gone`: safe
CREATE SEQUENCE `gone` START WITH 1 MINVALUE 1 MAXVALUE 9223372036854775806 INCREMENT BY 1 CACHE 1000 ENGINE=InnoDB;

-- 3. alter sequence `s`: breaking
--    breaks writers: `s` counts in other steps
--    locks `s` (EXCLUSIVE)
ALTER SEQUENCE `s` START WITH 1 MINVALUE 1 MAXVALUE 9223372036854775806 INCREMENT BY 1 CACHE 1000 NOCYCLE;
