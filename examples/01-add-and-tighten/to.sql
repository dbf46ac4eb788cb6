CREATE TABLE customer (
  id     bigint PRIMARY KEY,
  name   text NOT NULL,
  mail   text UNIQUE,
  joined timestamptz NOT NULL DEFAULT now()
);

CREATE VIEW newest AS
  SELECT id, name FROM customer ORDER BY joined DESC LIMIT 10;
