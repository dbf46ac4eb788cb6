CREATE TABLE buch (id INTEGER PRIMARY KEY, next INT REFERENCES buch (id));
CREATE TABLE copy (book INT REFERENCES buch (id));
CREATE VIEW all_books AS SELECT buch.id FROM buch;
