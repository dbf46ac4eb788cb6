CREATE TABLE book (title text, id bigserial);
