CREATE TABLE book (id integer PRIMARY KEY, 
  -- @renamed from=title
  name text NOT NULL, price numeric(8,2));
