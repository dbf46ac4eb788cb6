CREATE TABLE author (
  id   INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT
);
CREATE TABLE book (
  id     INTEGER PRIMARY KEY,
  title  TEXT NOT NULL,
  author INT REFERENCES author (id) ON DELETE CASCADE
);
CREATE INDEX book_author ON book (author);
CREATE TRIGGER tidy AFTER UPDATE ON author BEGIN
  UPDATE book SET title = trim(title) WHERE author = new.id;
END;

INSERT INTO author (name) VALUES ('Ann'), ('Bob');
INSERT INTO book (title, author) VALUES ('Winds', 1), ('Tides', 1), ('Rocks', 2);
