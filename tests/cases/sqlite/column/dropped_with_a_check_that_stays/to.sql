CREATE TABLE shift (starts INTEGER CHECK (starts >= 0));
CREATE TABLE pause (starts INTEGER, ends INTEGER CONSTRAINT later CHECK (starts >= 0));
