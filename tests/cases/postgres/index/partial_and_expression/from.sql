CREATE TABLE book (id integer PRIMARY KEY, title text NOT NULL, price numeric(8,2));
