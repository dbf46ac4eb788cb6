CREATE TABLE o (id bigint NOT NULL, region text NOT NULL, priority integer DEFAULT 0, notes text) PARTITION BY LIST (region);
CREATE TABLE o_us PARTITION OF o (priority DEFAULT 10, notes NOT NULL, CHECK (id > 0), PRIMARY KEY (id)) FOR VALUES IN ('us');
CREATE TYPE ty AS (a int, b text);
CREATE TABLE tt OF ty (a WITH OPTIONS NOT NULL, b DEFAULT 'x', UNIQUE (b));
