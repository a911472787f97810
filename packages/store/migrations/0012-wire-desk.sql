-- The wire desk: what arrived, by which way, the chain of an item's versions, the live list, its presets and rules.

-- One way copy arrives. What it is told (settings), how it does (health) and what it remembers (memory) are values.
create table channel (
  id uuid primary key,
  key text not null unique check (key ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  -- Who sends by it, where the channel knows better than the copy.
  supplier text,
  settings jsonb not null,
  health jsonb not null,
  memory jsonb not null default '{}',
  -- When to go there next; null: it comes to us, or is closed.
  due timestamptz(3),
  -- Until when a process may be there; a process that died is not waited for longer.
  visited_until timestamptz(3),
  made timestamptz(3) not null
);
create index channel_due on channel (due) where due is not null;

-- Who sends copy, where the paper has something to say of it.
create table supplier (
  key text primary key check (key <> ''),
  name text,
  -- IANA zone in which its times without one are read.
  time_zone text,
  -- Days its copy is kept; null: for good. What a story used stays.
  keep_days integer check (keep_days > 0)
);

-- A payload as it arrived by a channel. The same bytes again by the same channel are counted, not kept twice.
create table receipt (
  id uuid primary key,
  channel text not null,
  supplier text,
  payload text not null references wire_payload,
  media_type text,
  name text,
  headers jsonb not null default '{}',
  received timestamptz(3) not null,
  last timestamptz(3) not null,
  times integer not null default 1,
  state text not null default 'new' check (state in ('new', 'read', 'quarantined')),
  -- Times its reading was begun: what may have ended the process is read alone, after all others, and at last not again.
  attempts integer not null default 0,
  items integer,
  why text,
  say text,
  settled timestamptz(3),
  unique (channel, payload),
  check ((state = 'quarantined') = (why is not null))
);
create index receipt_new on receipt ((attempts > 3), received, id) where state = 'new';
create index receipt_quarantined on receipt (received, id) where state = 'quarantined';
create index receipt_received on receipt (received, id);
create index receipt_payload on receipt (payload);

create sequence wire_filing;

-- An item with all its versions: one row of the live list.
create table wire_chain (
  id uuid primary key,
  supplier text not null,
  -- The version that holds; how an item stands is what that version says.
  latest uuid not null,
  state text not null check (state in ('usable', 'withheld', 'killed')),
  -- Why a person must look before it is used.
  held text,
  kind text not null,
  language text,
  urgency smallint,
  versions integer not null,
  newest timestamptz(3) not null,
  -- The filing that touched it last: what a reader of events has not seen is what has a higher number.
  filed bigint not null,
  -- Near-duplicates of other agencies have one group; `leads` is the newest of it.
  grouped uuid not null,
  leads boolean not null,
  -- What a row of the list shows.
  summary jsonb not null,
  -- What rules said of it: [{desk, section, edition, priority, tag}].
  routes jsonb not null default '[]',
  desks text[] not null default '{}',
  words tsvector not null
);
create index wire_chain_newest on wire_chain (newest desc, id desc);
create index wire_chain_leads on wire_chain (newest desc, id desc) where leads;
create index wire_chain_supplier on wire_chain (supplier, newest desc, id desc);
create index wire_chain_filed on wire_chain (filed, id);
create index wire_chain_grouped on wire_chain (grouped, newest desc, id desc);
create index wire_chain_words on wire_chain using gin (words);
create index wire_chain_desks on wire_chain using gin (desks);

alter table wire_item
  -- Its place among the items of its payload.
  add column part integer not null default 0,
  add column chain uuid,
  add column channel text,
  -- What rules did with it: [{rule, did, why}].
  add column trail jsonb not null default '[]',
  -- What is left to do with it once it is filed: publish it, or tell a story made from it.
  add column todo jsonb,
  -- When it was read anew from its payload by a later reader.
  add column reread timestamptz(3);

-- Items of before had no chain: each id is one.
insert into wire_chain (id, supplier, latest, state, kind, language, urgency, versions, newest, filed, grouped, leads, summary, words)
select distinct on (supplier, item_id)
  gen_random_uuid(), supplier, id,
  case when item->>'status' = 'canceled' or item->>'signal' = 'kill' then 'killed'
       when item->>'status' = 'withheld' then 'withheld' else 'usable' end,
  'text', item->>'language', (item->>'urgency')::smallint,
  (count(*) over (partition by supplier, item_id))::int, received, nextval('wire_filing'), id, true,
  jsonb_strip_nulls(jsonb_build_object('headline', item->>'headline', 'slug', item->>'slug')),
  to_tsvector('simple', coalesce(item->>'headline', ''))
from wire_item
order by supplier, item_id,
  case when version ~ '^\d+$' then version::numeric end desc nulls last, version_created desc nulls last, received desc;
update wire_chain set grouped = id;
update wire_item i set chain = c.id
from wire_chain c join wire_item latest on latest.id = c.latest
where i.supplier = latest.supplier and i.item_id = latest.item_id;
alter table wire_item alter column chain set not null;
alter table wire_item add foreign key (chain) references wire_chain deferrable initially deferred;
alter table wire_chain add foreign key (latest) references wire_item deferrable initially deferred;
create index wire_item_chain on wire_item (chain);
create index wire_item_payload on wire_item (payload, part);
create index wire_item_received on wire_item (received, id);
create index wire_item_todo on wire_item (received, id) where todo is not null;

-- What suppliers call an item: its ids, and those of items it took the place of.
create table wire_name (
  supplier text not null,
  item_id text not null,
  chain uuid not null references wire_chain on delete cascade,
  primary key (supplier, item_id)
);
create index wire_name_chain on wire_name (chain);
insert into wire_name (supplier, item_id, chain)
select distinct supplier, item_id, chain from wire_item;

-- A saved search whose members are settled when copy is filed.
create table wire_preset (
  id uuid primary key,
  key text not null unique check (key ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  name text not null,
  filter jsonb not null,
  position integer not null,
  -- Its members are being settled anew: what is in the list is what was.
  stale boolean not null default false
);
create table wire_preset_chain (
  preset uuid not null references wire_preset on delete cascade,
  newest timestamptz(3) not null,
  chain uuid not null references wire_chain on delete cascade,
  primary key (preset, newest, chain)
);
create index wire_preset_chain_chain on wire_preset_chain (chain);

-- What the desk does with copy by itself, in order of position.
create table wire_rule (
  id uuid primary key,
  name text not null unique,
  position integer not null,
  is_on boolean not null,
  rule jsonb not null,
  changed timestamptz(3) not null,
  actor text not null
);

-- Something an agency did that a story made from its copy must be told.
create table wire_alert (
  id uuid primary key,
  story uuid not null references story,
  wire_item uuid not null references wire_item,
  kind text not null check (kind in ('update', 'correction', 'kill')),
  state text not null check (state in ('open', 'done', 'dismissed', 'passed')),
  raised timestamptz(3) not null,
  settled timestamptz(3),
  actor text,
  unique (story, wire_item),
  check ((state = 'open') = (settled is null))
);
create index wire_alert_open on wire_alert (story) where state = 'open';
create index wire_alert_raised on wire_alert (raised desc, id desc) where state = 'open';

alter table story_wire
  -- How it came in: a story was made of it, or a version merged into what people had made of it.
  add column how text not null default 'made' check (how in ('made', 'rewritten', 'merged')),
  add column actor text;
