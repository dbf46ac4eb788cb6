CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10) NOT NULL DEFAULT 'x', z int, c text, d int AS (z + 1), e timestamp NULL);
