CREATE TABLE book (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL -- as printed
);
