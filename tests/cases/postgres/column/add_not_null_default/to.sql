CREATE TABLE book (id integer PRIMARY KEY, title text NOT NULL, price numeric(8,2), pages integer NOT NULL DEFAULT 0);
