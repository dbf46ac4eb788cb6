CREATE TABLE t (a int,
-- @renamed from=old
KEY new (a));
