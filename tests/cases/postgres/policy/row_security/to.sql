CREATE TABLE book (id integer PRIMARY KEY, title text NOT NULL, price numeric(8,2));
ALTER TABLE book ENABLE ROW LEVEL SECURITY;
CREATE POLICY cheap ON book FOR SELECT USING (price < 10);
