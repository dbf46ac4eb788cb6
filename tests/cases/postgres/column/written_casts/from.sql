CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE t (
  paid boolean DEFAULT false,
  stock integer,
  marks integer[],
  code character(8),
  state character(4),
  at timestamp,
  day date
);
