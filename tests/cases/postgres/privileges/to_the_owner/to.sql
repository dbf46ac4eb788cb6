CREATE TABLE t (a integer);
CREATE TABLE u (a integer);
GRANT SELECT, UPDATE ON t TO postgres;
GRANT SELECT ON u TO postgres, PUBLIC;
