CREATE TABLE book (
  id INTEGER PRIMARY KEY,
  -- @renamed from=ttl
  title TEXT NOT NULL UNIQUE
);
CREATE INDEX by_title ON book (title COLLATE NOCASE);
CREATE VIEW titles AS SELECT title FROM book;
CREATE TRIGGER loud AFTER INSERT ON book BEGIN UPDATE book SET title = upper(new.title) WHERE id = new.id; END;
