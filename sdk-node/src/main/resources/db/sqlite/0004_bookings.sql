-- Bookings of vaccinations, version 1. A booking is a stream of events, named by its id; what stands
-- here is derived from them. The counters of a slot follow the states of its bookings by triggers,
-- and no transaction that passes a slot's capacity, books a person twice, or moves a booking where it
-- cannot go is committed, whoever wrote it.

CREATE TABLE vaccination_place (
  id         TEXT    PRIMARY KEY,
  details    BLOB    NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE vaccination_slot (
  number     INTEGER PRIMARY KEY,
  id         TEXT    NOT NULL UNIQUE,
  place      TEXT    NOT NULL REFERENCES vaccination_place (id),
  starts_at  INTEGER NOT NULL,
  ends_at    INTEGER NOT NULL,
  details    BLOB    NOT NULL,
  capacity   INTEGER NOT NULL,
  held       INTEGER NOT NULL DEFAULT 0,
  booked     INTEGER NOT NULL DEFAULT 0,
  CONSTRAINT capacity_is_kept CHECK (held >= 0 AND booked >= 0 AND held + booked <= capacity)
) STRICT;

CREATE INDEX vaccination_slot_by_start ON vaccination_slot (starts_at);
CREATE INDEX vaccination_slot_by_end ON vaccination_slot (ends_at);

-- When places or slots were last given or changed.
CREATE TABLE vaccination_agenda (
  only_row   INTEGER PRIMARY KEY CHECK (only_row = 1),
  changed_at INTEGER NOT NULL
) STRICT;

INSERT INTO vaccination_agenda VALUES (1, 0);

CREATE TABLE booking (
  stream       INTEGER PRIMARY KEY REFERENCES stream (number),
  slot         INTEGER NOT NULL REFERENCES vaccination_slot (number),
  campaign     TEXT    NOT NULL,
  owner        TEXT    NOT NULL,
  state        TEXT    NOT NULL,
  updated_at   INTEGER NOT NULL,
  expires_at   INTEGER NOT NULL,
  ends_at      INTEGER NOT NULL,
  person       TEXT,
  dose         INTEGER,
  immunization TEXT,
  refusals     INTEGER NOT NULL DEFAULT 0,
  CHECK (state <> 'confirmed' OR person IS NOT NULL),
  CHECK (state NOT IN ('confirmed', 'fulfilled', 'missed') OR dose IS NOT NULL),
  CHECK ((state = 'fulfilled') = (immunization IS NOT NULL))
) STRICT;

-- A person, by a keyed pseudonym, has one active booking in a campaign.
CREATE UNIQUE INDEX booking_one_each ON booking (campaign, person) WHERE state = 'confirmed';
CREATE INDEX booking_held ON booking (slot, expires_at) WHERE state = 'held';
CREATE INDEX booking_due ON booking (expires_at) WHERE state = 'held';
CREATE INDEX booking_to_come ON booking (ends_at) WHERE state = 'confirmed';
CREATE INDEX booking_to_erase ON booking (ends_at) WHERE person IS NOT NULL AND state <> 'confirmed';
CREATE INDEX booking_unused ON booking (owner, expires_at) WHERE dose IS NULL;
CREATE INDEX booking_to_forget ON booking (expires_at) WHERE dose IS NULL AND state <> 'held';
CREATE INDEX booking_by_updated_at ON booking (updated_at);

CREATE TRIGGER booking_begins BEFORE INSERT ON booking WHEN NEW.state <> 'held'
BEGIN SELECT RAISE(ABORT, 'a booking begins as a hold'); END;
CREATE TRIGGER booking_moves BEFORE UPDATE OF state ON booking
WHEN OLD.state || ' ' || NEW.state NOT IN ('held confirmed', 'held cancelled', 'held expired',
  'confirmed cancelled', 'confirmed fulfilled', 'confirmed missed', 'missed fulfilled')
BEGIN SELECT RAISE(ABORT, 'a booking does not move so'); END;
CREATE TRIGGER booking_stays_where_it_is BEFORE UPDATE OF stream, slot, campaign, owner, ends_at ON booking
BEGIN SELECT RAISE(ABORT, 'a booking stays where it is'); END;
CREATE TRIGGER booking_no_delete BEFORE DELETE ON booking
WHEN OLD.state NOT IN ('cancelled', 'expired') OR OLD.dose IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'bookings stay'); END;

CREATE TRIGGER booking_takes_its_place AFTER INSERT ON booking
BEGIN UPDATE vaccination_slot SET held = held + 1 WHERE number = NEW.slot; END;
CREATE TRIGGER booking_moves_its_place AFTER UPDATE OF state ON booking
BEGIN
  UPDATE vaccination_slot SET
    held = held - (OLD.state = 'held'),
    booked = booked + (NEW.state IN ('confirmed', 'fulfilled', 'missed'))
                    - (OLD.state IN ('confirmed', 'fulfilled', 'missed'))
  WHERE number = NEW.slot;
END;
