CREATE TYPE point3 AS (x integer, y integer, z text);
CREATE TABLE corner OF point3;
