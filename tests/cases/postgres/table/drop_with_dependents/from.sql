CREATE TABLE book (id integer PRIMARY KEY, title text NOT NULL, price numeric(8,2));
CREATE TABLE loan (book_id integer REFERENCES book);
CREATE VIEW lent AS SELECT b.title FROM book b JOIN loan l ON l.book_id = b.id;
