CREATE TABLE m (id integer, day interval DEFAULT interval '1' day, half interval DEFAULT interval '1.5' hour);
