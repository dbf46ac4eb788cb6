CREATE TABLE reading (sensor INT, celsius BIGINT GENERATED ALWAYS AS (kelvin - 273) STORED, kelvin INT);
