CREATE TABLE badge (shape VARCHAR(20), size INT NOT NULL);
CREATE TABLE visit (id BIGINT AUTO_INCREMENT, gate INT, PRIMARY KEY (id), KEY by_gate (gate));
CREATE TABLE stamp (seen INT INVISIBLE, hidden INT);
