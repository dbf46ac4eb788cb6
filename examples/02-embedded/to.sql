CREATE TABLE author (
  id   INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL COLLATE NOCASE  -- as on the cover
);
CREATE TABLE book (
  id     INTEGER PRIMARY KEY,
  title  TEXT NOT NULL,
  author INT REFERENCES author (id) ON DELETE CASCADE,
  pages  INT NOT NULL DEFAULT 0
);
CREATE INDEX book_author ON book (author);
CREATE VIEW catalogue AS
  SELECT book.title, author.name FROM book JOIN author ON author.id = book.author;
CREATE TRIGGER tidy AFTER UPDATE ON author BEGIN
  UPDATE book SET title = trim(title) WHERE author = new.id;
END;
