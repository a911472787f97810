-- Copy of suppliers that is kept so many days is deleted afterwards. Of every version a mark stays: what is sent again is
-- known, and a late lower version revives nothing, least of all what was withdrawn.
create table wire_gone (
  -- Of the version that was on file.
  id uuid primary key,
  chain uuid not null,
  supplier text not null,
  item_id text not null,
  version text not null,
  content_hash text not null,
  payload text not null,
  part integer not null,
  version_created timestamptz(3),
  received timestamptz(3) not null,
  status text,
  signal text,
  take integer,
  -- When it was deleted, or was sent again last: after a long time without either it is forgotten, unless it was a kill.
  seen timestamptz(3) not null
);
create index wire_gone_chain on wire_gone (chain);
create index wire_gone_seen on wire_gone (seen, id)
  where status is distinct from 'canceled' and signal is distinct from 'kill';

-- A name leads to what is gone, too: whatever of it comes then is known by it.
alter table wire_name drop constraint wire_name_chain_fkey;
-- For each version that is deleted this looked through every chain. Filing writes chain and version in one transaction.
alter table wire_chain drop constraint wire_chain_latest_fkey;
-- What refers to a version is looked for when it is deleted.
create index wire_alert_item on wire_alert (wire_item);
create index wire_merge_item on wire_merge (wire_item);
create index wire_merge_base on wire_merge (base);
-- Payloads that brought nothing new: most of what a poll brings.
create index receipt_kept on receipt ((coalesce(supplier, channel)), last, id) where state = 'read';

-- What is asked for and hardly ever there: most copy is text, usable and not urgent, and is found by date.
create index wire_chain_other_kind on wire_chain (kind, newest desc, id desc) where kind <> 'text';
create index wire_chain_other_state on wire_chain (state, newest desc, id desc) where state <> 'usable';
create index wire_chain_urgent on wire_chain (urgency, newest desc, id desc) where urgency <= 2;
