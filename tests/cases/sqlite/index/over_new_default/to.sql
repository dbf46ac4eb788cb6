CREATE TABLE member (id INTEGER PRIMARY KEY, number INT DEFAULT 0, mail TEXT);
CREATE UNIQUE INDEX member_number ON member (number);
CREATE UNIQUE INDEX member_mail ON member (mail);
