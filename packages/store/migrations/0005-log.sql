-- The publication log: append-only, hash-chained, one sequence without holes.

create table publication_log (
  seq bigint primary key,
  at timestamptz(3) not null,
  kind text not null,
  story uuid,
  revision uuid,
  editions text[] not null,
  payload jsonb not null,
  payload_hash text not null,
  prev_hash text not null,
  hash text not null,
  -- The private part: payload.actor is SHA-256(actor_salt || actor), so neither can change unseen.
  actor text,
  actor_salt text
);
create index publication_log_story on publication_log (story, seq);

create table log_head (
  the_only boolean primary key default true check (the_only),
  seq bigint not null,
  hash text not null
);
insert into log_head (seq, hash) values (0, repeat('0', 64));

create function log_only_grows() returns trigger language plpgsql as $$
begin
  raise exception 'the publication log only grows: entry % stays as it is', old.seq
    using errcode = 'restrict_violation';
end $$;
create trigger log_only_grows before update or delete on publication_log
  for each row execute function log_only_grows();

-- Appends one entry and gives its number. It is the last statement of a transaction: from here to the commit the
-- head row is held, so numbers follow the order of commits and a rolled-back act leaves no hole.
-- The hash is SHA-256 of RFC 8785 JSON; every value here is ASCII without a quote or a backslash, so plain
-- concatenation in the order of the keys is that JSON.
create function log_append(
  entry_at timestamptz(3), entry_kind text, entry_story uuid, entry_revision uuid, entry_editions text[],
  entry_payload jsonb, entry_payload_hash text, entry_actor text, entry_actor_salt text
) returns bigint language plpgsql as $$
declare
  head log_head%rowtype;
  entry_seq bigint;
  entry_hash text;
begin
  select * into strict head from log_head for update;
  entry_seq := head.seq + 1;
  entry_hash := encode(sha256(convert_to(
    '{"at":' || floor(extract(epoch from entry_at) * 1000)::bigint
    || ',"editions":[' || coalesce((select string_agg('"' || e || '"', ',' order by n) from unnest(entry_editions) with ordinality as x (e, n)), '')
    || '],"kind":"' || entry_kind
    || '","payload_hash":"' || entry_payload_hash
    || '","prev_hash":"' || head.hash
    || '","revision":' || coalesce('"' || entry_revision || '"', 'null')
    || ',"seq":' || entry_seq
    || ',"story":' || coalesce('"' || entry_story || '"', 'null')
    || '}', 'UTF8')), 'hex');
  insert into publication_log (seq, at, kind, story, revision, editions, payload, payload_hash, prev_hash, hash, actor, actor_salt)
  values (entry_seq, entry_at, entry_kind, entry_story, entry_revision, entry_editions, entry_payload,
          entry_payload_hash, head.hash, entry_hash, entry_actor, entry_actor_salt);
  update log_head set seq = entry_seq, hash = entry_hash;
  perform pg_notify('publication_log', entry_seq::text);
  return entry_seq;
end $$;

-- A surface that follows the log, with how far it has come. A page cache is one a process.
create table consumer (
  name text primary key,
  kind text not null,
  position bigint not null,
  heartbeat timestamptz(3) not null,
  address text
);

-- What people and machines did, whether it succeeded or not.
create table audit (
  id bigint generated always as identity primary key,
  at timestamptz(3) not null,
  actor text not null,
  act text not null,
  story uuid,
  outcome text not null,
  detail jsonb not null
);
create index audit_story on audit (story, at);

-- API tokens: only the SHA-256 of the secret is kept.
create table token (
  id uuid primary key,
  name text not null,
  secret_hash text not null unique,
  scopes text[] not null,
  made timestamptz(3) not null,
  used timestamptz(3),
  revoked timestamptz(3)
);
