CREATE TABLE p (a int, b text NOT NULL DEFAULT 'q', CONSTRAINT pc CHECK (a > 0));
CREATE TABLE c (a int);
