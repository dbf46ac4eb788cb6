CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TABLE person (now mood NOT NULL DEFAULT 'ok');
