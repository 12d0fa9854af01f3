-- One document is one row; what was read out of it hangs under its id. Lists and maps are JSON.
-- A column with a DEFAULT came in a later version: the default is what it holds in a store made before it.
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
    metadata    JSON NOT NULL,
    address     VARCHAR NOT NULL DEFAULT '',         -- final web address, where it was fetched
    retrieved   VARCHAR NOT NULL DEFAULT '',         -- ISO 8601, UTC
    standing    VARCHAR NOT NULL DEFAULT 'unknown',  -- official, reprint, press, restatement, unknown
    basis       VARCHAR NOT NULL DEFAULT '',         -- what shows the standing
    asides      JSON NOT NULL DEFAULT '[]',
    version     INTEGER NOT NULL DEFAULT 1,          -- from 1; an earlier one has the id "name@version"
    newest      BOOLEAN NOT NULL DEFAULT true,       -- false for an earlier version
    place       VARCHAR NOT NULL DEFAULT '',         -- whole path or address that it is read from again
    family      VARCHAR NOT NULL DEFAULT '',         -- id that its source was read under
    asked       VARCHAR NOT NULL DEFAULT '',         -- what the reader was told about it: a language
    stored      VARCHAR NOT NULL DEFAULT ''          -- when this version was first stored, ISO 8601, UTC
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

CREATE TABLE facts (
    document   VARCHAR NOT NULL,
    position   INTEGER NOT NULL,
    kind       VARCHAR NOT NULL,
    value      VARCHAR NOT NULL,
    text       VARCHAR NOT NULL,
    "start"    INTEGER NOT NULL,       -- characters of documents.text
    "end"      INTEGER NOT NULL,
    confidence DOUBLE NOT NULL,
    detail     VARCHAR NOT NULL DEFAULT ''
);

CREATE TABLE counterparts (
    "first"  VARCHAR NOT NULL,         -- ids of two language versions out of one file
    "second" VARCHAR NOT NULL,
    pairs    JSON NOT NULL,            -- [[clauses of the first], [clauses of the second]], …
    alone    JSON NOT NULL,            -- clauses without a counterpart, of each
    basis    VARCHAR NOT NULL          -- table, alternating, successive, glosses
);

CREATE TABLE sketches (                -- by which texts that are nearly the same are found
    document VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    hash     UINTEGER NOT NULL         -- one of the smallest hashes of the text's runs of three words
);

CREATE TABLE features (
    encoder     VARCHAR NOT NULL,
    text_sha256 VARCHAR NOT NULL,
    vector      BLOB NOT NULL,         -- float32, little endian: the encoder's additive features of one text
    PRIMARY KEY (encoder, text_sha256)
);
