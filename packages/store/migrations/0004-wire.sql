-- Agency copy: every payload byte for byte, and the items read from it.

create table wire_payload (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  bytes bytea not null,
  received timestamptz(3) not null
);

create table wire_item (
  id uuid primary key,
  supplier text not null,
  item_id text not null,
  version text not null,
  content_hash text not null,
  payload text not null references wire_payload,
  format text not null,
  item jsonb not null,
  version_created timestamptz(3),
  received timestamptz(3) not null,
  unique (supplier, item_id, version, content_hash)
);

-- What the copy of a story was made from: "used by".
create table story_wire (
  story uuid not null references story,
  wire_item uuid not null references wire_item,
  used timestamptz(3) not null,
  primary key (story, wire_item)
);
create index story_wire_item on story_wire (wire_item);
