CREATE TABLE p (id integer, m text NOT NULL DEFAULT 'ok');
