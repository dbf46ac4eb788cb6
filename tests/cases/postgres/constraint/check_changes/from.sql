CREATE TABLE book (id integer PRIMARY KEY, title text NOT NULL, price numeric(8,2));
ALTER TABLE book ADD CONSTRAINT price_ok CHECK (price > 0);
