-- @renamed from=b
CREATE TABLE a (x INT);
-- @renamed from=a
CREATE TABLE b (x INT);
