CREATE DOMAIN code AS text DEFAULT 'none';
CREATE TABLE member (id int PRIMARY KEY);
