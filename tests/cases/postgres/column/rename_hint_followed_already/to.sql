CREATE TABLE users (
  username text,
  user_name varchar(100) -- @renamed from=username
);
