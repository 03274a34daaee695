-- Where what was said can be searched. A part covers a run of a room's messages and those of its tokens that fall into one
-- shard; its content is sealed under a key derived from the room's. Level 0 has short runs, level 1 what was merged of them.
CREATE TABLE search_part (
    room_id   INTEGER NOT NULL REFERENCES room (id) ON DELETE CASCADE,
    level     INTEGER NOT NULL,
    shard     INTEGER NOT NULL,
    first_seq INTEGER NOT NULL,
    last_seq  INTEGER NOT NULL,
    sealed    BLOB    NOT NULL,
    PRIMARY KEY (room_id, level, shard, first_seq)
) STRICT, WITHOUT ROWID;

-- Up to which message a room is indexed.
CREATE TABLE search_progress (
    room_id INTEGER PRIMARY KEY REFERENCES room (id) ON DELETE CASCADE,
    seq     INTEGER NOT NULL
) STRICT;

-- Messages that were changed after they were indexed. The mark is the revision, or a number above all for an erased one.
CREATE TABLE search_todo (
    room_id INTEGER NOT NULL REFERENCES room (id) ON DELETE CASCADE,
    seq     INTEGER NOT NULL,
    mark    INTEGER NOT NULL,
    PRIMARY KEY (room_id, seq, mark)
) STRICT, WITHOUT ROWID;
