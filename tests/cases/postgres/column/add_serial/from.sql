CREATE TABLE book (title text);
