CREATE TYPE addr AS (street text, num bigint);
CREATE TABLE p (id int PRIMARY KEY, a addr);
