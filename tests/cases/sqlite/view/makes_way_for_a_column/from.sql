CREATE TABLE book (id INTEGER PRIMARY KEY, title TEXT, isbn TEXT);
CREATE TABLE lost (id INTEGER PRIMARY KEY);
CREATE VIEW elsewhere AS SELECT x FROM attached_table;
CREATE VIEW all_lost AS SELECT id FROM lost;
CREATE VIEW lost_books AS SELECT b.title FROM book b JOIN all_lost l ON l.id = b.id;
