CREATE TABLE t (a TEXT, b TEXT);
create virtual table found using FTS5 (
  title, -- what it is called
  body, prefix='2 3', tokenize='porter ascii');
CREATE VIRTUAL TABLE box USING rtree(id,x0,x1);
