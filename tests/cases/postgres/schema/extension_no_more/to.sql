CREATE TABLE person (mail text, name text);
CREATE INDEX person_mail ON person (mail);
