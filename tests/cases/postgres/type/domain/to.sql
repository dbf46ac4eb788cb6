CREATE DOMAIN code AS text DEFAULT 'x' NOT NULL CHECK (length(VALUE) = 3);
CREATE TABLE t (c code);
