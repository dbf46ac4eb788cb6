CREATE TABLE book (id INTEGER PRIMARY KEY,
  title TEXT -- @renamed from=ttl
);
CREATE VIEW titles AS SELECT title FROM book;
CREATE VIEW long_titles AS SELECT title FROM titles WHERE length(title) > 9;
CREATE VIEW ids AS SELECT id FROM book;
