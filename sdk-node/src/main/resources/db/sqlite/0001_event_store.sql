-- The event store, version 1. Instants are microseconds since 1970, UTC. Rows point at a stream by
-- its number, the sequence of its first event: a small key that grows, so that inserts touch few
-- pages.

CREATE TABLE store_state (
  only_row      INTEGER PRIMARY KEY CHECK (only_row = 1),
  head_sequence INTEGER NOT NULL,
  head_digest   BLOB    NOT NULL
) STRICT;

INSERT INTO store_state VALUES (1, 0, zeroblob(32));

CREATE TABLE stream (
  number INTEGER PRIMARY KEY,
  id     TEXT    NOT NULL UNIQUE
) STRICT;

CREATE TABLE event (
  sequence        INTEGER PRIMARY KEY,
  stream          INTEGER NOT NULL REFERENCES stream (number),
  stream_sequence INTEGER NOT NULL,
  type            TEXT    NOT NULL,
  version         INTEGER NOT NULL,
  occurred_at     INTEGER NOT NULL,
  recorded_at     INTEGER NOT NULL,
  actor           TEXT    NOT NULL,
  payload_digest  BLOB    NOT NULL,
  previous_digest BLOB    NOT NULL,
  digest          BLOB    NOT NULL,
  payload         BLOB    NOT NULL,
  UNIQUE (stream, stream_sequence)
) STRICT;

-- A citizen's identity, encrypted, never part of an event: the row may be deleted.
CREATE TABLE identity (
  stream INTEGER PRIMARY KEY REFERENCES stream (number),
  key_id TEXT    NOT NULL,
  sealed BLOB    NOT NULL
) STRICT;

CREATE TABLE report (
  stream        INTEGER PRIMARY KEY REFERENCES stream (number),
  public_id     TEXT    NOT NULL UNIQUE,
  service_code  TEXT    NOT NULL,
  requested_at  INTEGER NOT NULL,
  latitude      TEXT,
  longitude     TEXT,
  latitude_deg  REAL,
  longitude_deg REAL,
  token         TEXT
) STRICT;

CREATE INDEX report_by_requested_at ON report (requested_at);
CREATE UNIQUE INDEX report_by_token ON report (token) WHERE token IS NOT NULL;

CREATE TABLE status_change (
  stream          INTEGER NOT NULL REFERENCES stream (number),
  stream_sequence INTEGER NOT NULL,
  status          TEXT    NOT NULL,
  updated_at      INTEGER NOT NULL,
  PRIMARY KEY (stream, stream_sequence)
) STRICT, WITHOUT ROWID;

CREATE INDEX status_change_by_updated_at ON status_change (updated_at);

CREATE TABLE idempotency (
  caller      TEXT    NOT NULL,
  operation   TEXT    NOT NULL,
  key         TEXT    NOT NULL,
  fingerprint BLOB    NOT NULL,
  stream      INTEGER NOT NULL,
  sequence    INTEGER NOT NULL,
  keep_until  INTEGER NOT NULL,
  PRIMARY KEY (caller, operation, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX idempotency_by_keep_until ON idempotency (keep_until);

CREATE TABLE nonce (
  scope      TEXT    NOT NULL,
  nonce      TEXT    NOT NULL,
  keep_until INTEGER NOT NULL,
  PRIMARY KEY (scope, nonce)
) STRICT, WITHOUT ROWID;

CREATE INDEX nonce_by_keep_until ON nonce (keep_until);

-- How many nonces a scope has, so that the bound costs no counting.
CREATE TABLE nonce_scope (
  scope TEXT    PRIMARY KEY,
  kept  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Where a store that ran out of room tries whether there is some again.
CREATE TABLE probe (
  filler BLOB NOT NULL
) STRICT;

-- The log and what is derived from it only grow.
CREATE TRIGGER event_no_update BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'events do not change'); END;
CREATE TRIGGER event_no_delete BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'events do not change'); END;
CREATE TRIGGER stream_no_update BEFORE UPDATE ON stream
BEGIN SELECT RAISE(ABORT, 'streams do not change'); END;
CREATE TRIGGER stream_no_delete BEFORE DELETE ON stream
BEGIN SELECT RAISE(ABORT, 'streams do not change'); END;
CREATE TRIGGER report_no_update BEFORE UPDATE ON report
BEGIN SELECT RAISE(ABORT, 'reports do not change'); END;
CREATE TRIGGER report_no_delete BEFORE DELETE ON report
BEGIN SELECT RAISE(ABORT, 'reports do not change'); END;
CREATE TRIGGER status_change_no_update BEFORE UPDATE ON status_change
BEGIN SELECT RAISE(ABORT, 'status changes do not change'); END;
CREATE TRIGGER status_change_no_delete BEFORE DELETE ON status_change
BEGIN SELECT RAISE(ABORT, 'status changes do not change'); END;
