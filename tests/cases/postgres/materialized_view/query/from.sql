CREATE TABLE book (id integer PRIMARY KEY, title text NOT NULL, price numeric(8,2));
CREATE MATERIALIZED VIEW m AS SELECT count(*) AS n FROM book;
CREATE UNIQUE INDEX m_n ON m (n);
