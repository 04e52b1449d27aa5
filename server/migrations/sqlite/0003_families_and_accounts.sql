-- Families, invitations, the second step, passkeys, tokens that are replaced, the history of
-- consents, the audit trail, and what stays when somebody is erased.

alter table accounts add column phone text;

-- Somebody in the family of an account (`head`). `resident` is absent until they exist: somebody
-- with an address exists from the moment they accept. `given`, `surname`, `born` are what the head
-- typed; once there is a resident, the resident's count.
create table members (
    id blob not null primary key,
    head blob not null references accounts (id) on delete cascade,
    resident blob references residents (id) on delete cascade,
    given text not null,
    surname text not null,
    born text not null,
    relationship text not null,
    email text,
    created_at integer not null,
    -- The invitation was accepted: they have an account.
    joined_at integer,
    declined_at integer,
    -- An adult lets the head act for them.
    consent_at integer,
    ended_at integer,
    version integer not null
) strict;
create index members_by_head on members (head);
create index members_by_resident on members (resident);
create unique index members_once on members (head, resident)
where ended_at is null and resident is not null;

insert into members (id, head, resident, given, surname, born, relationship, created_at, version)
select randomblob(16), l.account, l.resident, r.given, r.surname, r.born, 'child', l.since, 1
from resident_links l join residents r on r.id = l.resident
where l.kind = 'child' and l.ended_at is null and r.born is not null;
-- From now on only one's own person is linked here.
delete from resident_links where kind <> 'self';

-- Links of mails that invite. `kind` is `member` or `guardian`; one of a kind for a member.
create table invitations (
    token_hash blob not null primary key,
    member blob not null references members (id) on delete cascade,
    kind text not null,
    email text not null,
    -- Chosen by whoever invites, for somebody without an account.
    language text not null,
    created_at integer not null,
    expires_at integer not null,
    unique (member, kind)
) strict;

-- What was done about an eighteenth birthday: letters so many `days` before it, and 0 on the day
-- itself, when its consequences are drawn too. Another date of birth makes another birthday.
create table birthday_notices (
    resident blob not null references residents (id) on delete cascade,
    born text not null,
    days integer not null,
    sent_at integer not null,
    primary key (resident, born, days)
) strict;
create index residents_by_born on residents (born);

-- Who wrote an application; only they see what was typed and attached.
alter table applications add column author blob;
update applications set author = (
    select l.account from resident_links l where l.resident = applications.resident
    union all
    select m.head from members m where m.resident = applications.resident
    limit 1
);

-- Whose device it is: a guardian sees their own. `may_return`: it was stopped because its account
-- may not show the card any more; whoever may is let in with the same key.
alter table devices add column account blob;
alter table devices add column may_return integer not null default 0;
update devices set account = (
    select l.account from cards c join resident_links l on l.resident = c.resident
    where c.id = devices.card
    union all
    select m.head from cards c join members m on m.resident = c.resident
    where c.id = devices.card
    limit 1
);

-- What a credential says of its card; absent for those of the release before and for paper.
alter table credentials add column class text;
alter table credentials add column flags integer;

-- Tokens of sessions are replaced. The one before works until the next is first used.
alter table sessions add column label text;
alter table sessions add column token_at integer;
alter table sessions add column next_hash blob;
alter table sessions add column next_at integer;
alter table sessions add column old_hash blob;
alter table sessions add column old_at integer;
create unique index sessions_by_next on sessions (next_hash) where next_hash is not null;
create index sessions_by_old on sessions (old_hash) where old_hash is not null;

-- Places from which somebody signed in before; `mark` is a hash.
create table known_places (
    account blob not null references accounts (id) on delete cascade,
    mark blob not null,
    first_at integer not null,
    last_at integer not null,
    primary key (account, mark)
) strict;

create table email_changes (
    token_hash blob not null primary key,
    account blob not null references accounts (id) on delete cascade,
    email text not null,
    created_at integer not null,
    expires_at integer not null
) strict;
create index email_changes_by_account on email_changes (account, created_at);

-- Given (1) and withdrawn (0), in order; `consents` holds what stands now.
create table consent_events (
    id integer primary key autoincrement,
    account blob not null references accounts (id) on delete cascade,
    consent text not null,
    consent_version integer not null,
    given integer not null,
    at integer not null
) strict;
create index consent_events_by_account on consent_events (account, id);
insert into consent_events (account, consent, consent_version, given, at)
select account, consent, consent_version, 1, given_at from consents order by given_at;

-- The second step. Secrets are sealed with the vault's key. An offer was shown and waits for its
-- first code; what is in force stays until then.
create table totp (
    account blob not null primary key references accounts (id) on delete cascade,
    secret blob,
    confirmed_at integer,
    -- The last 30 s step that was used.
    last_step integer,
    offer blob
) strict;

create table recovery_codes (
    account blob not null references accounts (id) on delete cascade,
    code_hash blob not null,
    used_at integer,
    primary key (account, code_hash)
) strict;

create table passkeys (
    id blob not null primary key,
    account blob not null references accounts (id) on delete cascade,
    credential_id blob not null unique,
    label text not null,
    passkey text not null,
    created_at integer not null,
    last_used_at integer
) strict;
create index passkeys_by_account on passkeys (account);

-- A question to an authenticator that waits for its answer; `account` is absent at sign-in.
create table ceremonies (
    ticket_hash blob not null primary key,
    account blob references accounts (id) on delete cascade,
    state text not null,
    expires_at integer not null
) strict;

-- Who did what and when: ids, no names. Rows are written with what they tell of; `hash` is added
-- in order afterwards, over the row and the hash before it.
create table audit (
    seq integer primary key autoincrement,
    at integer not null,
    actor blob,
    role text not null,
    operation text not null,
    resident blob,
    application blob,
    card blob,
    hash blob
) strict;
create index audit_by_resident on audit (resident, seq);
create index audit_by_application on audit (application, seq);
create index audit_by_card on audit (card, seq);
create index audit_unchained on audit (seq) where hash is null;

-- What stays of erased people: numbers and dates.
create table decided_cases (
    id blob not null primary key,
    number text not null,
    kind text not null,
    outcome text not null,
    submitted_at integer,
    decided_at integer,
    keep_until text not null
) strict;

-- Places of the status list whose codes were erased people's: set until the codes would have run
-- out. They lead back to nobody.
create table revoked_places (
    status_index integer not null primary key,
    valid_until integer not null
) strict;

-- 1 for the letter that says an account is erased: its row goes as soon as it is sent.
alter table outbox add column is_last integer not null default 0;
