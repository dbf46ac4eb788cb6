CREATE TABLE keep (id integer);
CREATE TABLE base (id integer);
CREATE TABLE low (CHECK (id < 10)) INHERITS (base);
CREATE RULE to_low AS ON INSERT TO base WHERE new.id < 10 DO INSTEAD INSERT INTO low VALUES (new.id);
CREATE TABLE high (CHECK (id >= 10)) INHERITS (base);
CREATE RULE to_high AS ON INSERT TO base WHERE new.id >= 10 DO INSTEAD INSERT INTO high VALUES (new.id);
