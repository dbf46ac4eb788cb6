CREATE VIRTUAL TABLE found USING fts5(title, content='found_content');
CREATE TABLE found_content (title TEXT);
