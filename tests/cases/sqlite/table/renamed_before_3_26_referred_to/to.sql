-- @renamed from=buch
CREATE TABLE book (id INTEGER PRIMARY KEY);
CREATE TABLE page (book INT REFERENCES book (id));
