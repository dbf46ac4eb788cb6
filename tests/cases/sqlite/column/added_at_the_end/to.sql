CREATE TABLE book (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL -- as printed
,  pages INT DEFAULT 0 CHECK (pages >= 0)
);
