CREATE TABLE book (id integer PRIMARY KEY, title text NOT NULL, price numeric(8,2));
CREATE VIEW cheap AS SELECT id, title FROM book WHERE price < 10;
COMMENT ON VIEW cheap IS 'kept';
