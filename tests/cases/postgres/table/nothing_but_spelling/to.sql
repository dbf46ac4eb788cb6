create table public."t" (
  a integer DEFAULT 1,
  b character varying(10),
  c timestamp with time zone,
  CONSTRAINT t_b_check CHECK (b IN ('x', 'y'))
);
