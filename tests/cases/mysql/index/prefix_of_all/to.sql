CREATE TABLE book (title varchar(40) NOT NULL, shelf varchar(20) NOT NULL, PRIMARY KEY (title(40), shelf(5)), KEY shelf (shelf(20)));
