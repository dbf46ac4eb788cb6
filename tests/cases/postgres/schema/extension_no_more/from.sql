CREATE EXTENSION citext;
CREATE TABLE person (mail citext, name text);
CREATE INDEX person_mail ON person (mail);
