CREATE TABLE badge (colour VARCHAR(20));
CREATE TABLE visit (visit_id INT AUTO_INCREMENT, door INT, PRIMARY KEY (visit_id), KEY by_door (door));
CREATE TABLE stamp (seen INT, hidden INT INVISIBLE);
