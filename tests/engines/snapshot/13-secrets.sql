CREATE SUBSCRIPTION s2 CONNECTION 'host=h sslpassword=hidden-secret user=u' PUBLICATION a WITH (connect = false, slot_name = NONE, enabled = false);
CREATE SUBSCRIPTION s3 CONNECTION 'postgres://me@h/db?sslpassword=hidden-secret' PUBLICATION a WITH (connect = false, slot_name = NONE, enabled = false);
