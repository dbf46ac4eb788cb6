CREATE TYPE addr AS (street text, num integer);
CREATE TABLE p (id int PRIMARY KEY, a addr);
