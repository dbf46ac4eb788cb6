CREATE TABLE base (id integer);
CREATE TABLE kept (note text CONSTRAINT said CHECK (note <> '')) INHERITS (base);
CREATE TABLE follows () INHERITS (base);
