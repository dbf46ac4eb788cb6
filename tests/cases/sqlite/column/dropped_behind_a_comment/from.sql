CREATE TABLE parcel (
  weight INTEGER, -- in grams, rounded up
  note TEXT,
  CHECK (weight > 0),
  CHECK (weight < 30000)
);
CREATE TABLE crate (
  -- in grams, rounded up
  weight INTEGER,
  height INTEGER, -- in millimetres, outside
  label TEXT, -- as printed
  depth INTEGER
);
CREATE TABLE pallet (
  weight INTEGER, -- in grams, rounded up
  note TEXT,
  height INTEGER
);
