-- Devices that hold a card, codes for paper, blocked cards, and checks through the server.

-- Present while a card is blocked, and kept when it is revoked for it.
alter table cards add column blocked_at integer;
-- 1 when the office blocked it: only the office undoes that.
alter table cards add column blocked_by_office integer not null default 0;

-- 1 for a code on paper: its `key` is 32 zero bytes, as no device holds one.
alter table credentials add column printed integer not null default 0;
-- The last step of the digits typed for it that counted.
alter table credentials add column typed_step integer;

-- A phone or browser; `key` is the thumbprint of the key it proved.
create table devices (
    id blob not null primary key,
    card blob not null references cards (id),
    key blob not null,
    label text not null,
    tier text not null,
    created_at integer not null,
    last_used_at integer not null,
    -- The one that asked last; it may have ended since.
    session blob,
    stopped_at integer,
    unique (card, key)
) strict;

-- The history of cards. `actor` is absent when time did it.
create table card_events (
    id blob not null primary key,
    card blob not null references cards (id),
    at integer not null,
    actor blob,
    what text not null
) strict;
create index card_events_by_card on card_events (card, at);

-- Looks at a card through the server, for its holder.
create table looks (
    id blob not null primary key,
    card blob not null references cards (id),
    at integer not null,
    kind text not null
) strict;
create index looks_by_card on looks (card, at);

-- Codes whose photo was given out.
create table shown_codes (
    key blob not null,
    iat integer not null,
    at integer not null,
    primary key (key, iat)
) strict;

-- Wrong digits, for numbers of cards and for numbers nobody has. `number` is a hash, and so is
-- `asker`, of number and address with a secret that ends with the process.
create table typed_tries (
    id blob not null primary key,
    number blob not null,
    asker blob not null,
    at integer not null
) strict;
create index typed_tries_by_number on typed_tries (number, at);

-- The status list asks for these every twenty seconds.
create index credentials_revoked on credentials (valid_until) where revoked_at is not null;
