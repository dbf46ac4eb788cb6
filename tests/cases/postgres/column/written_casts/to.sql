CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE t (
  paid integer DEFAULT 0,
  stock boolean,
  marks character varying(3)[],
  code bit(3),
  state mood,
  at time,
  day timestamp
);
