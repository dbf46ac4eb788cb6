CREATE TYPE point3 AS (x integer, y integer);
CREATE TABLE corner OF point3;
