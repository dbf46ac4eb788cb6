CREATE TABLE book (id INTEGER PRIMARY KEY, ttl TEXT);
CREATE VIEW titles AS SELECT ttl FROM book;
CREATE VIEW long_titles AS SELECT ttl FROM titles WHERE length(ttl) > 9;
CREATE VIEW ids AS SELECT id FROM book;
