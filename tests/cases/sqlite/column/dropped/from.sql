CREATE TABLE book (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL -- as printed
,  pages INT,
  shelf TEXT
);
CREATE VIEW thick AS SELECT id, title FROM book WHERE pages > 500;
CREATE INDEX book_pages ON book (pages);
