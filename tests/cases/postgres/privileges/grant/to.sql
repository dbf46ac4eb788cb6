CREATE TABLE book (id integer PRIMARY KEY, title text NOT NULL, price numeric(8,2));
GRANT SELECT ON book TO reader;
GRANT UPDATE (price) ON book TO PUBLIC;
