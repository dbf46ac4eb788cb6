CREATE TABLE book (id integer PRIMARY KEY, title text NOT NULL, price numeric(8,2));
CREATE INDEX book_title ON book (lower(title) text_pattern_ops) INCLUDE (price) WHERE price IS NOT NULL;
