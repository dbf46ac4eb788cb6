CREATE TABLE note (id int, class int, body text);
CREATE TABLE log (id int, what text);
