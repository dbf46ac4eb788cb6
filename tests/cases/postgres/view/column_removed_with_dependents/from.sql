CREATE TABLE book (id integer PRIMARY KEY, title text NOT NULL, price numeric(8,2));
CREATE VIEW v AS SELECT id, title FROM book;
CREATE VIEW w AS SELECT id FROM v;
