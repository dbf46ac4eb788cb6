CREATE TABLE book (id integer PRIMARY KEY, title text NOT NULL, price numeric(8,2), gross numeric GENERATED ALWAYS AS (price * 1.19) STORED);
