CREATE TABLE light (id INTEGER PRIMARY KEY, colour TEXT CHECK (colour IN ("red", "green")));
CREATE TABLE road (id INTEGER PRIMARY KEY, name TEXT, width INT);
