CREATE TABLE sale (at timestamptz);
CREATE VIEW by_year AS SELECT extract('YEAR' FROM at) AS year, extract(Month FROM at) AS month, extract("DOW" FROM at) AS day, count(*) FROM sale GROUP BY 1, 2, 3;
