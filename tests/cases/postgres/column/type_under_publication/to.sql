CREATE TABLE t (a bigint PRIMARY KEY, b varchar(9), c int);
CREATE PUBLICATION p FOR TABLE t (a, b) WHERE (a > 3);
COMMENT ON PUBLICATION p IS 'pub';
