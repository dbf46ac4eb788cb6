CREATE TYPE mood AS ENUM ('good', 'bad');
CREATE TABLE book (id integer, tags text[], title varchar(40), feels mood, net cidr);
CREATE INDEX by_tags ON book USING gin (tags);
CREATE INDEX by_title ON book (title, lower(title));
CREATE INDEX by_mood ON book (feels, net);
CREATE INDEX by_pattern ON book (title text_pattern_ops);
