CREATE TABLE p (first INT);
