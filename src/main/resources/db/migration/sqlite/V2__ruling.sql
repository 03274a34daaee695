-- What owners and admins rule with. Free words (reasons, requests, details) are sealed under the room's key.

ALTER TABLE account ADD COLUMN disabled_at INTEGER;
ALTER TABLE account ADD COLUMN last_seen_at INTEGER;   -- to the minute or so
ALTER TABLE account ADD COLUMN name_folded TEXT NOT NULL DEFAULT ''; -- without case and accents: what lists sort and filter by
UPDATE account SET name_folded = lower(display_name);

ALTER TABLE room ADD COLUMN newcomers_see_history INTEGER NOT NULL DEFAULT 1;
ALTER TABLE room ADD COLUMN cleared_seq INTEGER NOT NULL DEFAULT 0; -- nothing up to here is shown, and soon nothing is there
ALTER TABLE room ADD COLUMN deleted_at INTEGER;        -- its keys are destroyed, what is left of it is being erased

ALTER TABLE membership ADD COLUMN from_seq INTEGER NOT NULL DEFAULT 0; -- sees only what came later
ALTER TABLE membership ADD COLUMN muted_until INTEGER;  -- NULL: is not muted

-- Who left while being muted is muted after coming back.
CREATE TABLE parted_mute (
    room_id     INTEGER NOT NULL REFERENCES room (id) ON DELETE CASCADE,
    account_id  INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    muted_until INTEGER NOT NULL,
    PRIMARY KEY (room_id, account_id)
) STRICT, WITHOUT ROWID;

-- How much of a room is whose.
CREATE TABLE authored (
    room_id    INTEGER NOT NULL REFERENCES room (id) ON DELETE CASCADE,
    account_id INTEGER NOT NULL REFERENCES account (id),
    messages   INTEGER NOT NULL,
    bytes      INTEGER NOT NULL,             -- as they lie on disk
    PRIMARY KEY (room_id, account_id)
) STRICT, WITHOUT ROWID;
INSERT INTO authored (room_id, account_id, messages, bytes)
    SELECT room_id, author_id, count(*), sum(length(body)) FROM message WHERE body IS NOT NULL GROUP BY room_id, author_id;

CREATE TABLE access_request (
    id          INTEGER PRIMARY KEY,
    room_id     INTEGER NOT NULL REFERENCES room (id) ON DELETE CASCADE,
    account_id  INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    created_at  INTEGER NOT NULL,
    key_version INTEGER,
    words       BLOB,                        -- NULL: asked without a word
    UNIQUE (room_id, account_id)
) STRICT;
CREATE INDEX access_request_account ON access_request (account_id);

-- What somebody must hear of who was not there when it happened.
CREATE TABLE notice (
    id         INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    kind       TEXT    NOT NULL,
    room_id    INTEGER NOT NULL,
    room_name  TEXT    NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX notice_account ON notice (account_id);

ALTER TABLE ban ADD COLUMN id INTEGER NOT NULL DEFAULT 0;
ALTER TABLE ban ADD COLUMN ends_at INTEGER;            -- NULL: until it is lifted
ALTER TABLE ban ADD COLUMN banned_by INTEGER;
ALTER TABLE ban ADD COLUMN key_version INTEGER;
ALTER TABLE ban ADD COLUMN reason BLOB;
CREATE INDEX ban_account ON ban (account_id);

ALTER TABLE invite ADD COLUMN label TEXT NOT NULL DEFAULT '';

CREATE TABLE invite_use (
    invite_id  INTEGER NOT NULL REFERENCES invite (id) ON DELETE CASCADE,
    account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    used_at    INTEGER NOT NULL,
    PRIMARY KEY (invite_id, account_id)
) STRICT, WITHOUT ROWID;

-- Who did what. One chain for each room and one (scope 0) for the instance; each row's mac covers the one before. A room's
-- chain outlives the room, but its details are sealed under the room's key and so die with it.
CREATE TABLE audit (
    scope       INTEGER NOT NULL,
    number      INTEGER NOT NULL,
    at          INTEGER NOT NULL,
    actor_id    INTEGER NOT NULL,            -- 0: the server itself
    action      TEXT    NOT NULL,
    subject_id  INTEGER,                     -- the account that it was done to
    key_version INTEGER,                     -- NULL: the detail is not sealed
    detail      BLOB    NOT NULL,
    mac         BLOB    NOT NULL,
    PRIMARY KEY (scope, number)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER audit_keeps BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
CREATE TRIGGER audit_stays BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;

-- The newest row of each chain, so that rows missing at the end are noticed too.
CREATE TABLE audit_head (
    scope  INTEGER PRIMARY KEY,
    number INTEGER NOT NULL,
    mac    BLOB    NOT NULL
) STRICT;

-- What an administrator set while the server runs; stands above the configuration.
CREATE TABLE instance_setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE password_reset (
    token_hash BLOB    PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX password_reset_account ON password_reset (account_id);
