-- One document is one row; what was read out of it hangs under its id. Lists and maps are JSON.
CREATE TABLE policynlp_schema (version INTEGER NOT NULL);

CREATE TABLE documents (
    id          VARCHAR PRIMARY KEY,
    title       VARCHAR NOT NULL,
    language    VARCHAR NOT NULL,
    text        VARCHAR NOT NULL,
    location    VARCHAR NOT NULL,  -- path or address as given
    format      VARCHAR NOT NULL,
    encoding    VARCHAR NOT NULL,
    sha256      VARCHAR NOT NULL,  -- of the bytes that were read
    size        BIGINT NOT NULL,   -- number of those bytes
    analysed_by VARCHAR NOT NULL,  -- fingerprint of the code and tables that read it
    blocks      JSON NOT NULL,
    offsets     JSON NOT NULL,
    metadata    JSON NOT NULL
);

CREATE TABLE clauses (
    document VARCHAR NOT NULL,
    position INTEGER NOT NULL,     -- reading order, from 0
    id       VARCHAR NOT NULL,
    text     VARCHAR NOT NULL,
    "start"  INTEGER NOT NULL,     -- characters of documents.text
    "end"    INTEGER NOT NULL,
    language VARCHAR NOT NULL,
    kind     VARCHAR NOT NULL,
    label    VARCHAR NOT NULL,
    path     JSON NOT NULL,
    heading  VARCHAR NOT NULL,
    parent   VARCHAR,
    anchor   VARCHAR NOT NULL
);

CREATE TABLE commitments (
    document       VARCHAR NOT NULL,
    position       INTEGER NOT NULL,
    clause         VARCHAR NOT NULL,
    force          INTEGER NOT NULL,   -- 0 to 6
    action         VARCHAR NOT NULL,
    phase          VARCHAR NOT NULL,
    polarity       VARCHAR NOT NULL,
    actor          VARCHAR NOT NULL,
    object         VARCHAR NOT NULL,
    precision      INTEGER NOT NULL,   -- 0 to 5
    follow_up      INTEGER NOT NULL,   -- 0 to 3
    spans          JSON NOT NULL,      -- role: [clause, start, end], characters of the clause's text
    inherited_from VARCHAR,
    lead_in        BOOLEAN NOT NULL,
    aspect         VARCHAR NOT NULL,
    reported       BOOLEAN NOT NULL,
    purpose        BOOLEAN NOT NULL,
    confidence     DOUBLE NOT NULL
);

CREATE TABLE mentions (
    document   VARCHAR NOT NULL,
    position   INTEGER NOT NULL,
    kind       VARCHAR NOT NULL,
    value      VARCHAR NOT NULL,
    text       VARCHAR NOT NULL,
    clause     VARCHAR NOT NULL,
    "start"    INTEGER NOT NULL,       -- characters of the clause's text
    "end"      INTEGER NOT NULL,
    confidence DOUBLE NOT NULL,
    attributes JSON NOT NULL
);

CREATE TABLE glossary (
    document       VARCHAR NOT NULL,
    position       INTEGER NOT NULL,
    term           VARCHAR NOT NULL,
    term_language  VARCHAR NOT NULL,
    gloss          VARCHAR NOT NULL,
    gloss_language VARCHAR NOT NULL,
    spans          JSON NOT NULL
);

CREATE TABLE features (
    encoder     VARCHAR NOT NULL,
    text_sha256 VARCHAR NOT NULL,
    vector      BLOB NOT NULL,         -- float32, little endian: the encoder's additive features of one text
    PRIMARY KEY (encoder, text_sha256)
);
