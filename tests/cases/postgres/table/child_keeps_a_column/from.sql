CREATE TABLE base (id integer, note text CONSTRAINT said CHECK (note <> ''));
CREATE TABLE kept () INHERITS (base);
CREATE TABLE follows () INHERITS (base);
