CREATE TABLE t (id integer);
CREATE TRIGGER same BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION pg_catalog.suppress_redundant_updates_trigger();
CREATE FUNCTION like_it(integer, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 = $2';
CREATE FUNCTION unlike_it(integer, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 <> $2';
CREATE OPERATOR === (LEFTARG = integer, RIGHTARG = integer, FUNCTION = like_it, COMMUTATOR = ===, NEGATOR = !==);
CREATE OPERATOR !== (LEFTARG = integer, RIGHTARG = integer, FUNCTION = unlike_it, COMMUTATOR = !==, NEGATOR = ===);
