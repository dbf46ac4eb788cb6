-- from from.sql to to.sql, for mariadb 10
-- 3 steps: 2 breaking, 1 safe

-- 1. drop sequence `gone`: breaking
--    breaks readers and writers: sequence `gone` is gone
DROP SEQUENCE `gone`;

-- 2. create sequence `fresh`: safe
CREATE SEQUENCE `fresh` START WITH 5 MINVALUE 5 MAXVALUE 9223372036854775806 INCREMENT BY 1 CACHE 1000 ENGINE=InnoDB;

-- 3. alter sequence `s`: breaking
--    breaks writers: `s` counts in other steps
--    locks `s` (EXCLUSIVE)
ALTER SEQUENCE `s` START WITH 1 MINVALUE 1 MAXVALUE 9223372036854775806 INCREMENT BY 5 CACHE 10 NOCYCLE;
