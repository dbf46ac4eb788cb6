CREATE TABLE member (id int PRIMARY KEY, level int NOT NULL DEFAULT 1 CHECK (level BETWEEN 1 AND 9), state text DEFAULT 'new' CHECK (state IN ('old', 'gone')));
