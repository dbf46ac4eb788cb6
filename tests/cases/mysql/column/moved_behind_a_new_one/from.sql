CREATE TABLE tray (height INT, depth INT, width INT NOT NULL);
