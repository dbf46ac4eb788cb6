CREATE TABLE book (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL -- as printed
,  low INT,
  high INT,
  CHECK (low < high)
);
