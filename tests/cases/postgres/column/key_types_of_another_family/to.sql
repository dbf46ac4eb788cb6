CREATE TABLE a (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), x bigint UNIQUE);
CREATE TABLE b (id bigint PRIMARY KEY, a_id uuid REFERENCES a ON DELETE CASCADE, ax bigint REFERENCES a (x));
ALTER TABLE a ADD b_id bigint REFERENCES b;
