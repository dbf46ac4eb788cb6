CREATE TABLE t (a interval DEFAULT interval '1.5' hour, b interval(3), c interval day to second(2) DEFAULT '1 2:03:04.567', d interval year);
