CREATE TABLE sale (at timestamptz);
