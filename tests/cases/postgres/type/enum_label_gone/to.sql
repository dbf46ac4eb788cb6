CREATE TYPE mood AS ENUM ('ok', 'happy');
CREATE TABLE person (now mood NOT NULL DEFAULT 'ok');
