-- @renamed from=buch
CREATE TABLE book (id INTEGER PRIMARY KEY, next INT REFERENCES book (id));
CREATE TABLE copy (book INT REFERENCES book (id));
CREATE VIEW all_books AS SELECT book.id FROM book;
