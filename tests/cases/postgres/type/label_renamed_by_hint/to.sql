CREATE TYPE priority AS ENUM (
  'low',
  'medium' -- @renamed from='mid'
);
CREATE TABLE t (p priority);
