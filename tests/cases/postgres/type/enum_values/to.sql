CREATE TYPE mood AS ENUM ('sad', 'so-so', 'happy', 'it''s');
CREATE TABLE t (m mood);
