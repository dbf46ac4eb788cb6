CREATE TABLE seat (id BIGINT NOT NULL AUTO_INCREMENT, row_number_ INT NOT NULL, taken DATETIME, PRIMARY KEY (id, row_number_));
CREATE TABLE queue (
  name VARCHAR(20),
  ticket INT NOT NULL AUTO_INCREMENT,
  note VARCHAR(20),
  day INT NOT NULL,
  desk INT,
  PRIMARY KEY (ticket, day)
);
