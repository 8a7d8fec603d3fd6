-- Credentials, version 1. Codes, tokens and states are here as digests. What is sealed is personal
-- and goes with its row. A case is a stream of events, named by its reference; the tables beside it
-- are derived from them and only grow.

CREATE TABLE credential_offer (
  code          TEXT    PRIMARY KEY,
  tx_code       TEXT,
  tries_left    INTEGER NOT NULL,
  expires_at    INTEGER NOT NULL,
  reference     TEXT    NOT NULL,
  configuration TEXT    NOT NULL,
  key_id        TEXT    NOT NULL,
  sealed        BLOB    NOT NULL,
  receipt       BLOB
) STRICT;

CREATE INDEX credential_offer_by_expires_at ON credential_offer (expires_at);
CREATE INDEX credential_offer_by_reference ON credential_offer (reference);

CREATE TABLE access_token (
  token         TEXT    PRIMARY KEY,
  client_id     TEXT,
  expires_at    INTEGER NOT NULL,
  reference     TEXT    NOT NULL,
  configuration TEXT    NOT NULL,
  key_id        TEXT    NOT NULL,
  sealed        BLOB    NOT NULL
) STRICT;

CREATE INDEX access_token_by_expires_at ON access_token (expires_at);
CREATE INDEX access_token_by_reference ON access_token (reference);

-- Which status the copies of a case have from one event on. The last row counts, for every copy.
CREATE TABLE credential_status (
  stream          INTEGER NOT NULL REFERENCES stream (number),
  stream_sequence INTEGER NOT NULL,
  status          INTEGER NOT NULL,
  PRIMARY KEY (stream, stream_sequence)
) STRICT, WITHOUT ROWID;

CREATE INDEX credential_status_not_valid ON credential_status (stream, stream_sequence, status)
  WHERE status <> 0;

-- The status lists there have ever been, by the address that credentials name.
CREATE TABLE status_list (
  number INTEGER PRIMARY KEY,
  uri    TEXT    NOT NULL UNIQUE
) STRICT;

-- Which places of a list were given out, as its how many-th, and to a copy of which case.
CREATE TABLE status_place (
  list   INTEGER NOT NULL REFERENCES status_list (number),
  place  INTEGER NOT NULL,
  nth    INTEGER NOT NULL,
  stream INTEGER NOT NULL REFERENCES stream (number),
  PRIMARY KEY (list, place),
  UNIQUE (list, nth)
) STRICT, WITHOUT ROWID;

CREATE INDEX status_place_by_stream ON status_place (stream);

CREATE TABLE presentation_request (
  state      TEXT    PRIMARY KEY,
  nonce      TEXT    NOT NULL,
  query      BLOB    NOT NULL,
  expires_at INTEGER NOT NULL,
  closed     INTEGER NOT NULL,
  key_id     TEXT,
  sealed     BLOB
) STRICT;

CREATE INDEX presentation_request_by_expires_at ON presentation_request (expires_at);

CREATE TRIGGER credential_status_no_update BEFORE UPDATE ON credential_status
BEGIN SELECT RAISE(ABORT, 'statuses do not change'); END;
CREATE TRIGGER credential_status_no_delete BEFORE DELETE ON credential_status
BEGIN SELECT RAISE(ABORT, 'statuses do not change'); END;
CREATE TRIGGER status_list_no_update BEFORE UPDATE ON status_list
BEGIN SELECT RAISE(ABORT, 'status lists do not change'); END;
CREATE TRIGGER status_list_no_delete BEFORE DELETE ON status_list
BEGIN SELECT RAISE(ABORT, 'status lists stay'); END;
CREATE TRIGGER status_place_no_update BEFORE UPDATE ON status_place
BEGIN SELECT RAISE(ABORT, 'places do not change'); END;
CREATE TRIGGER status_place_no_delete BEFORE DELETE ON status_place
BEGIN SELECT RAISE(ABORT, 'places stay given out'); END;
