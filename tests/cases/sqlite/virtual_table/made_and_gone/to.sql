CREATE TABLE t (a TEXT);
CREATE VIRTUAL TABLE found USING fts5(a, content='t');
CREATE VIRTUAL TABLE box USING rtree(id, x0, x1);
