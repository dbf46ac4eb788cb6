CREATE TABLE m (id integer, day interval DEFAULT interval '1' day);
