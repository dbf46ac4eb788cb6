CREATE TABLE t (a INT);
-- @renamed from=i
CREATE INDEX t_a ON t (a);
