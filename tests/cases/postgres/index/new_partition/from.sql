CREATE TABLE visit (at date NOT NULL, page text) PARTITION BY RANGE (at);
CREATE INDEX visit_page ON visit (page);
CREATE TABLE visit_2025 PARTITION OF visit FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
