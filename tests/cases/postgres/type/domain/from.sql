CREATE DOMAIN code AS text CHECK (VALUE <> '');
CREATE TABLE t (c code);
