CREATE TABLE tray (label VARCHAR(20), place DATE, width VARCHAR(20) NOT NULL, height INT);
