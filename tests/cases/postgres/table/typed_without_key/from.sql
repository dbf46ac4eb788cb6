CREATE TYPE ty AS (a int, b text);
CREATE TABLE t OF ty (PRIMARY KEY (a));
