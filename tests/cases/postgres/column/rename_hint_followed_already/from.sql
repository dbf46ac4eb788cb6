CREATE TABLE users (username text, user_name varchar(50));
