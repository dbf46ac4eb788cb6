CREATE TABLE reading (sensor INT, celsius INT);
