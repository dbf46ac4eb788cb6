-- Nothing that could be a secret is printed: 'hidden-secret' is looked for in the document.
CREATE FOREIGN DATA WRAPPER w OPTIONS (api_key 'hidden-secret', plain 'shown');
CREATE SERVER srv FOREIGN DATA WRAPPER w OPTIONS (host 'h', password 'hidden-secret', url 'https://me:hidden-secret@h/', dsn 'host=h password=hidden-secret');
CREATE USER MAPPING FOR law_carol SERVER srv OPTIONS ("user" 'carol', password 'hidden-secret', anything 'hidden-secret');
CREATE FOREIGN TABLE ft (a int OPTIONS (token 'hidden-secret')) SERVER srv OPTIONS (secret 'hidden-secret');
CREATE SUBSCRIPTION s1 CONNECTION 'host=h password = ''it\''s hidden-secret'' user=u' PUBLICATION a WITH (connect = false, slot_name = NONE, enabled = false);
CREATE SUBSCRIPTION s2 CONNECTION 'host=h password=a\ hidden-secret user=u' PUBLICATION a WITH (connect = false, slot_name = NONE, enabled = false);
CREATE SUBSCRIPTION s3 CONNECTION 'postgres://me:hidden-secret@h:1/db?password=hidden-secret&connect_timeout=3' PUBLICATION a WITH (connect = false, slot_name = NONE, enabled = false);
CREATE SUBSCRIPTION s4 CONNECTION 'postgres://me@h:1/db?password=hidden-secret' PUBLICATION a WITH (connect = false, slot_name = NONE, enabled = false);
