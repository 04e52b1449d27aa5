-- Accounts, applications, cards and what they need. Times are microseconds since 1970 (UTC), days
-- are `YYYY-MM-DD`, ids are 16 bytes, texts that hold structure are JSON. A fact that may not have
-- happened yet is a nullable instant.

create table accounts (
    id blob not null primary key,
    email text not null unique,
    password text not null,
    role text not null,
    language text not null,
    given text not null,
    surname text not null,
    registered_at integer not null,
    activated_at integer,
    closed_at integer,
    version integer not null
) strict;

create table residents (
    id blob not null primary key,
    given text not null,
    surname text not null,
    born text,
    created_at integer not null,
    version integer not null
) strict;

-- Which residents an account may act for. `kind` is `self` or `child`.
create table resident_links (
    account blob not null references accounts (id) on delete cascade,
    resident blob not null references residents (id) on delete cascade,
    kind text not null,
    since integer not null,
    ended_at integer,
    primary key (account, resident)
) strict;
create index resident_links_by_resident on resident_links (resident);

create table sessions (
    id blob not null primary key,
    token_hash blob not null unique,
    account blob not null references accounts (id) on delete cascade,
    device text not null,
    created_at integer not null,
    last_seen_at integer not null
) strict;
create index sessions_by_account on sessions (account);

-- Links of mails that let somebody set a new password.
create table reset_links (
    token_hash blob not null primary key,
    account blob not null references accounts (id) on delete cascade,
    created_at integer not null,
    expires_at integer not null
) strict;
create index reset_links_by_account on reset_links (account);

-- What one browser registered with; the ticket is that browser's. An address may have several,
-- each with a link of its own; the first that is activated becomes the account. `link_hash` is
-- absent where the address was known, so that a mistyped one can be mended all the same.
create table registrations (
    ticket_hash blob not null primary key,
    email text not null,
    password text not null,
    language text not null,
    given text not null,
    surname text not null,
    consents text not null,
    letters integer not null,
    link_hash blob unique,
    link_until integer,
    created_at integer not null,
    activated_at integer,
    version integer not null
) strict;
create index registrations_by_email on registrations (email);

-- Tries to sign in that did not end in a session, for addresses with and without an account.
-- `address` is a hash.
create table sign_in_tries (
    address blob not null primary key,
    count integer not null,
    last_at integer not null
) strict;

-- When a letter to an address was asked for; `granted` is 0 where it had enough of them. `address`
-- is a hash.
create table letters_asked (
    address blob not null,
    asked_at integer not null,
    granted integer not null
) strict;
create index letters_asked_by_address on letters_asked (address, asked_at);

create table consents (
    account blob not null references accounts (id) on delete cascade,
    consent text not null,
    consent_version integer not null,
    given_at integer not null,
    primary key (account, consent, consent_version)
) strict;

create table applications (
    id blob not null primary key,
    resident blob not null references residents (id),
    kind text not null,
    number text unique,
    status text not null,
    state text not null,
    draft text not null,
    photo text,
    document text,
    created_at integer not null,
    first_submitted_at integer,
    version integer not null
) strict;
create index applications_by_resident on applications (resident);
create index applications_by_status on applications (status, first_submitted_at);
create unique index applications_one_open on applications (resident, kind)
where status in ('draft', 'submitted', 'in_review', 'needs_correction');

create table events (
    id blob not null primary key,
    application blob not null references applications (id) on delete cascade,
    at integer not null,
    actor blob,
    what text not null
) strict;
create index events_by_application on events (application, at);

create table application_numbers (
    year integer not null primary key,
    next integer not null
) strict;

-- An upload: what came in and what the office sees, each encrypted with its own wrapped key.
create table files (
    id blob not null primary key,
    resident blob not null references residents (id),
    kind text not null,
    media text not null,
    bytes integer not null,
    sha256 blob not null,
    name text not null,
    path text not null,
    wrapped_key blob not null,
    original_media text not null,
    original_path text not null,
    original_wrapped_key blob not null,
    created_at integer not null
) strict;
create index files_by_resident on files (resident);

create table entitlements (
    id blob not null primary key,
    resident blob not null references residents (id),
    first_day text not null,
    last_day text not null,
    ground text not null,
    application blob not null references applications (id),
    created_at integer not null
) strict;
create index entitlements_by_resident on entitlements (resident, last_day);

create table cards (
    id blob not null primary key,
    resident blob not null references residents (id),
    number text not null unique,
    class text not null,
    standing text not null,
    photo blob references files (id),
    created_at integer not null,
    version integer not null
) strict;
create index cards_by_resident on cards (resident);

create table credentials (
    id blob not null primary key,
    card blob not null references cards (id),
    key blob not null,
    status_index integer not null unique,
    issued_at integer not null,
    valid_until integer not null,
    revoked_at integer
) strict;
create index credentials_by_card on credentials (card, key);

create table partners (
    id blob not null primary key,
    name text not null,
    address text not null,
    phone text not null,
    website text not null,
    hours text not null
) strict;

create table benefits (
    id blob not null primary key,
    partner blob not null references partners (id),
    category text not null,
    title text not null,
    conditions text not null,
    published_at integer
) strict;
create index benefits_by_partner on benefits (partner);

-- Mails waiting to be sent and, for a while, those sent.
create table outbox (
    id blob not null primary key,
    recipient text not null,
    language text not null,
    subject text not null,
    body text not null,
    created_at integer not null,
    attempts integer not null,
    next_at integer not null,
    sent_at integer
) strict;
create index outbox_due on outbox (sent_at, next_at);

create table settings (
    name text not null primary key,
    value text not null
) strict;
