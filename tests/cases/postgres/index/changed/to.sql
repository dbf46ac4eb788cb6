CREATE TABLE book (id integer PRIMARY KEY, title text NOT NULL, price numeric(8,2));
CREATE INDEX book_price ON book (price DESC NULLS LAST);
