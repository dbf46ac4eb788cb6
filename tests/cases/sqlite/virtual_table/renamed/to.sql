-- @renamed from=old
CREATE VIRTUAL TABLE found USING fts5(a);
