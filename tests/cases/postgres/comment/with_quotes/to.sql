CREATE TABLE book (id integer PRIMARY KEY, title text NOT NULL, price numeric(8,2));
COMMENT ON COLUMN book.title IS 'It''s
in two lines; DROP TABLE book';
