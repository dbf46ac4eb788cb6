CREATE TABLE book (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL -- as printed
,  loud TEXT AS (upper(title)) STORED
);
