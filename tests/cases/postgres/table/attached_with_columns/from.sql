CREATE TABLE p (k int, d int DEFAULT 4, e text) PARTITION BY RANGE (k);
CREATE TABLE p1 (k int);
