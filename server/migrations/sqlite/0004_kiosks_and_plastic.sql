-- Kiosks, visits at them, what goes on on a phone, and cards on plastic.

-- A device of the town. `key` is absent until it is paired; the code's hash until then.
create table kiosks (
    id blob not null primary key,
    place text not null,
    key blob,
    pairing_hash blob unique,
    pairing_until integer,
    created_at integer not null,
    paired_at integer,
    last_seen_at integer,
    stopped_at integer
) strict;

create table kiosk_sessions (
    token_hash blob not null primary key,
    kiosk blob not null references kiosks (id) on delete cascade,
    until integer not null
) strict;
create index kiosk_sessions_by_kiosk on kiosk_sessions (kiosk);

-- One person in front of a kiosk. `code_hash` is of id and code; gone when the visit ends.
create table visits (
    id blob not null primary key,
    kiosk blob not null references kiosks (id) on delete cascade,
    card blob not null references cards (id),
    resident blob not null references residents (id) on delete cascade,
    -- Who the letter went to, and in whose name things are done.
    account blob not null references accounts (id) on delete cascade,
    code_hash blob,
    sent_at integer not null,
    wrong integer not null,
    opened_at integer,
    ended_at integer
) strict;
create index visits_by_card on visits (card, sent_at);

-- A link from a kiosk to a phone. `what` is JSON; gone when it was taken.
create table handovers (
    token_hash blob not null primary key,
    kiosk blob not null references kiosks (id) on delete cascade,
    what text not null,
    expires_at integer not null
) strict;

-- A card on plastic. `state` is JSON, `status` its word.
create table plastics (
    id blob not null primary key,
    card blob not null references cards (id),
    point text not null,
    status text not null,
    state text not null,
    since integer not null,
    voucher_hash blob unique,
    version integer not null
) strict;
create index plastics_by_card on plastics (card);
create index plastics_by_status on plastics (status, since);
create unique index plastics_one_coming on plastics (card)
where status in ('ordered', 'in_production', 'at_pickup_point');
