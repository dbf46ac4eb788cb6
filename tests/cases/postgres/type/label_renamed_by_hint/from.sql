CREATE TYPE priority AS ENUM ('low', 'mid');
CREATE TABLE t (p priority);
