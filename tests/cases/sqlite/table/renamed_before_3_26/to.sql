-- @renamed from=buch
CREATE TABLE book (id INTEGER PRIMARY KEY);
CREATE VIEW ids AS SELECT book.id FROM book;
