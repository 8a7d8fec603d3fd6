-- Erased health records, version 1. An erased resource keeps its row and its events, so that its id
-- is never used again; its versions, and by what it was found, are gone. Its version is 0.

CREATE TABLE fhir_erasure (
  sequence  INTEGER PRIMARY KEY REFERENCES event (sequence),
  stream    INTEGER NOT NULL UNIQUE REFERENCES fhir_resource (stream),
  erased_at INTEGER NOT NULL
) STRICT;

-- What was written together with a version that was erased: a repeated request cannot be answered
-- as it was the first time.
CREATE TABLE fhir_erased_batch (
  batch     INTEGER PRIMARY KEY
) STRICT;

CREATE TRIGGER fhir_erasure_is_whole BEFORE INSERT ON fhir_erasure
WHEN EXISTS (SELECT 1 FROM fhir_version WHERE stream = NEW.stream)
  OR EXISTS (SELECT 1 FROM fhir_term WHERE stream = NEW.stream)
  OR EXISTS (SELECT 1 FROM fhir_unique WHERE stream = NEW.stream)
BEGIN SELECT RAISE(ABORT, 'something of the resource is left'); END;
CREATE TRIGGER fhir_erasure_no_update BEFORE UPDATE ON fhir_erasure
BEGIN SELECT RAISE(ABORT, 'erasures do not change'); END;
CREATE TRIGGER fhir_erasure_no_delete BEFORE DELETE ON fhir_erasure
BEGIN SELECT RAISE(ABORT, 'erasures stay'); END;
CREATE TRIGGER fhir_resource_stays_erased BEFORE UPDATE ON fhir_resource WHEN OLD.version = 0
BEGIN SELECT RAISE(ABORT, 'an erased resource stays erased'); END;
CREATE TRIGGER fhir_version_of_what_is_erased BEFORE INSERT ON fhir_version
WHEN EXISTS (SELECT 1 FROM fhir_erasure WHERE stream = NEW.stream)
BEGIN SELECT RAISE(ABORT, 'an erased resource has no versions'); END;
