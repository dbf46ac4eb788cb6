CREATE TYPE mood AS ENUM ('good', 'bad');
CREATE TABLE book (id integer, tags text[], title varchar(40), feels mood, net cidr);
CREATE INDEX by_tags ON book USING gin (tags array_ops);
CREATE INDEX by_title ON book (title text_ops, lower(title) text_ops);
CREATE INDEX by_mood ON book (feels enum_ops, net inet_ops);
CREATE INDEX by_pattern ON book (title varchar_pattern_ops);
