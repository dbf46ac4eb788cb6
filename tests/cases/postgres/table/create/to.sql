CREATE TABLE book (id integer PRIMARY KEY, title text NOT NULL, price numeric(8,2));
CREATE TABLE loan (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, book_id integer NOT NULL REFERENCES book, until date DEFAULT CURRENT_DATE + 14);
COMMENT ON TABLE loan IS 'Who has it';
