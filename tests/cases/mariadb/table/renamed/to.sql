-- @renamed from=people
CREATE TABLE persons (id int PRIMARY KEY, nick varchar(20));
