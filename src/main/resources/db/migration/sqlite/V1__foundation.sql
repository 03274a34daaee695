-- Times are epoch milliseconds. Ids are made by the application. Hashes are SHA-256 of random tokens.

CREATE TABLE account (
    id            INTEGER PRIMARY KEY,
    email         TEXT    UNIQUE,            -- lower case; NULL once the account is deleted
    display_name  TEXT    NOT NULL,
    password_hash TEXT,                      -- NULL once the account is deleted
    administrator INTEGER NOT NULL DEFAULT 0,
    locale        TEXT,
    created_at    INTEGER NOT NULL,
    deleted_at    INTEGER
) STRICT;

CREATE TABLE session (
    id           INTEGER PRIMARY KEY,
    token_hash   BLOB    NOT NULL UNIQUE,
    account_id   INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    device       TEXT    NOT NULL,
    address      TEXT    NOT NULL,
    created_at   INTEGER NOT NULL,
    last_used_at INTEGER NOT NULL
) STRICT;
CREATE INDEX session_account ON session (account_id);

CREATE TABLE api_token (
    id           INTEGER PRIMARY KEY,
    token_hash   BLOB    NOT NULL UNIQUE,
    account_id   INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    name         TEXT    NOT NULL,
    created_at   INTEGER NOT NULL,
    last_used_at INTEGER
) STRICT;
CREATE INDEX api_token_account ON api_token (account_id);

CREATE TABLE room (
    id                  INTEGER PRIMARY KEY,
    slug                TEXT    NOT NULL UNIQUE,
    name                TEXT    NOT NULL,
    name_folded         TEXT    NOT NULL,    -- without case and accents: what the directory sorts and filters by
    topic               TEXT    NOT NULL,
    encryption          TEXT    NOT NULL CHECK (encryption IN ('AT_REST', 'E2EE')),
    listed              INTEGER NOT NULL,
    allow_images        INTEGER NOT NULL,
    allow_videos        INTEGER NOT NULL,
    allow_files         INTEGER NOT NULL,
    max_upload_bytes    INTEGER NOT NULL,
    messages_per_minute INTEGER NOT NULL,    -- per member; 0 = no limit
    retention_days      INTEGER NOT NULL,    -- 0 = for ever
    last_seq            INTEGER NOT NULL DEFAULT 0,
    members             INTEGER NOT NULL DEFAULT 0, -- kept by triggers, so that the directory need not count
    created_at          INTEGER NOT NULL
) STRICT;
CREATE INDEX room_by_name ON room (name_folded, id);

-- The room's keys, wrapped by the server's key. Not tied to the room's row: a room's keys are destroyed before the room.
CREATE TABLE room_key (
    room_id    INTEGER NOT NULL,
    version    INTEGER NOT NULL,
    wrapped    BLOB    NOT NULL,
    uses       INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (room_id, version)
) STRICT, WITHOUT ROWID;

-- One row that only the right server key opens, so that a wrong one is noticed at the start.
CREATE TABLE kek_check (
    id      INTEGER PRIMARY KEY CHECK (id = 1),
    wrapped BLOB NOT NULL
) STRICT;

CREATE TABLE membership (
    room_id    INTEGER NOT NULL REFERENCES room (id) ON DELETE CASCADE,
    account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    role       TEXT    NOT NULL CHECK (role IN ('OWNER', 'ADMIN', 'MEMBER')),
    joined_at  INTEGER NOT NULL,
    read_seq   INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (room_id, account_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX membership_account ON membership (account_id);
CREATE UNIQUE INDEX membership_owner ON membership (room_id) WHERE role = 'OWNER';

CREATE TRIGGER membership_counted AFTER INSERT ON membership
BEGIN
    UPDATE room SET members = members + 1 WHERE id = NEW.room_id;
END;

CREATE TRIGGER membership_uncounted AFTER DELETE ON membership
BEGIN
    UPDATE room SET members = members - 1 WHERE id = OLD.room_id;
END;

CREATE TABLE ban (
    room_id    INTEGER NOT NULL REFERENCES room (id) ON DELETE CASCADE,
    account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (room_id, account_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE invite (
    id         INTEGER PRIMARY KEY,
    room_id    INTEGER NOT NULL REFERENCES room (id) ON DELETE CASCADE,
    token_hash BLOB    NOT NULL UNIQUE,
    email      TEXT,                         -- only this address can use it
    created_by INTEGER NOT NULL REFERENCES account (id),
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    max_uses   INTEGER NOT NULL,
    uses       INTEGER NOT NULL DEFAULT 0,
    revoked_at INTEGER
) STRICT;
CREATE INDEX invite_room ON invite (room_id);
CREATE INDEX invite_email ON invite (email) WHERE email IS NOT NULL;

-- Clustered by room and seq, so that a page of history is one short run of the tree.
CREATE TABLE message (
    room_id     INTEGER NOT NULL REFERENCES room (id) ON DELETE CASCADE,
    seq         INTEGER NOT NULL,
    client_id   BLOB    NOT NULL,            -- the sender's UUID, 16 bytes
    author_id   INTEGER NOT NULL REFERENCES account (id),
    created_at  INTEGER NOT NULL,
    edited_at   INTEGER,
    deleted_at  INTEGER,
    deleted_by  INTEGER,
    reply_to    INTEGER,
    revision    INTEGER NOT NULL DEFAULT 0,
    key_version INTEGER NOT NULL,
    body        BLOB,                        -- nonce, ciphertext and tag; NULL once deleted
    PRIMARY KEY (room_id, seq)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX message_client_id ON message (room_id, client_id);

CREATE TABLE reaction (
    room_id    INTEGER NOT NULL,
    seq        INTEGER NOT NULL,
    emoji      TEXT    NOT NULL,
    account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (room_id, seq, emoji, account_id),
    FOREIGN KEY (room_id, seq) REFERENCES message (room_id, seq) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
