CREATE TABLE customers (
  id int NOT NULL AUTO_INCREMENT,
  email varchar(100) NOT NULL,
  name varchar(50) CHARACTER SET latin1 DEFAULT 'it''s',
  joined datetime DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  balance decimal(10,2) NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  UNIQUE KEY (email),
  KEY by_name (name(10), joined DESC)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='who buys';
CREATE TABLE orders (
  id bigint unsigned PRIMARY KEY,
  customer int NOT NULL,
  CHECK (id > 0),
  CONSTRAINT of_customer FOREIGN KEY (customer) REFERENCES customers (id) ON DELETE CASCADE
);
