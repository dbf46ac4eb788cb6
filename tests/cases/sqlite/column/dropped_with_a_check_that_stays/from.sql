CREATE TABLE shift (starts INTEGER, ends INTEGER CHECK (starts >= 0));
CREATE TABLE pause (starts INTEGER, CONSTRAINT later CHECK (starts >= 0));
