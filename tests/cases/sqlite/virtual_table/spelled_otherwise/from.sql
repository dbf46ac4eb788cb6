CREATE TABLE t (a TEXT);
CREATE VIRTUAL TABLE found USING fts5(title, body, prefix = '2 3', tokenize = 'porter ascii');
CREATE VIRTUAL TABLE box USING rtree(id, x0, x1);
