-- Stories: an append-only draft, immutable revisions, one state, stable addresses, a place in each edition.

create table story (
  id uuid primary key,
  slug text not null,
  created timestamptz(3) not null,
  state text not null check (state in ('draft', 'live', 'unpublished', 'killed')),
  live_revision uuid,
  published timestamptz(3),
  updated timestamptz(3),
  ended timestamptz(3),
  notice text,
  -- A story is live through exactly one revision, or none.
  check ((state = 'live') = (live_revision is not null)),
  check ((state = 'live') = (updated is not null)),
  check ((state = 'draft') = (published is null)),
  check ((state in ('unpublished', 'killed')) = (ended is not null)),
  check ((state = 'killed') = (notice is not null))
);
create index story_slug on story (slug);

-- A draft is its updates, in any order; rows are only ever added.
create table draft_update (
  story uuid not null references story,
  number bigint generated always as identity,
  update bytea not null,
  at timestamptz(3) not null,
  actor text not null,
  primary key (story, number)
);

create table revision (
  id uuid primary key,
  story uuid not null references story,
  number integer not null check (number > 0),
  kind text not null check (kind in ('publish', 'update', 'correct')),
  -- Empty only where the law demanded erasure; the row and its hash stay.
  copy jsonb,
  content_hash text not null,
  note text,
  made timestamptz(3) not null,
  actor text not null,
  erased timestamptz(3),
  unique (story, number),
  unique (story, id),
  check ((kind = 'correct') = (note is not null)),
  check ((copy is null) = (erased is not null))
);
alter table story add foreign key (id, live_revision) references revision (story, id);

create function revision_is_immutable() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.erased is not null and old.erased is null and new.copy is null
     and (new.id, new.story, new.number, new.kind, new.content_hash, new.made, new.actor)
         is not distinct from (old.id, old.story, old.number, old.kind, old.content_hash, old.made, old.actor)
  then
    return new;
  end if;
  raise exception 'revision % is immutable: make a new one', old.id using errcode = 'restrict_violation';
end $$;
create trigger revision_is_immutable before update or delete on revision
  for each row execute function revision_is_immutable();

create function draft_only_grows() returns trigger language plpgsql as $$
begin
  raise exception 'a draft only grows: update % of story % stays', old.number, old.story
    using errcode = 'restrict_violation';
end $$;
create trigger draft_only_grows before update or delete on draft_update
  for each row execute function draft_only_grows();

-- Every address ever public: the canonical one answers, former ones redirect, those of withdrawn stories are gone.
create table address (
  path text primary key check (path ~ '^/'),
  story uuid not null references story,
  canonical boolean not null,
  since timestamptz(3) not null
);
create unique index address_one_canonical on address (story) where canonical;
create index address_story on address (story);

-- Where a story stands in an edition. What readers' lists need stands here too, changed with the story's state.
create table placement (
  story uuid not null references story,
  edition uuid not null references edition,
  section uuid not null references section,
  live boolean not null,
  kind text not null,
  published timestamptz(3) not null,
  primary key (story, edition)
);
create index placement_newest on placement (edition, published desc, story) where live;
create index placement_section on placement (edition, section, published desc, story) where live;
create index placement_kind on placement (edition, kind, published desc, story) where live;

create table schedule (
  id uuid primary key,
  story uuid not null references story,
  revision uuid not null references revision,
  due timestamptz(3) not null,
  -- [{edition, section}], by key and path, as the order was given.
  places jsonb not null,
  actor text not null,
  made timestamptz(3) not null,
  state text not null default 'due' check (state in ('due', 'done', 'refused', 'cancelled')),
  settled timestamptz(3),
  why text,
  check ((state = 'due') = (settled is null))
);
create index schedule_due on schedule (due) where state = 'due';
create index schedule_story on schedule (story) where state = 'due';

-- Specials and hot topics.
create table package (
  id uuid primary key,
  kind text not null check (kind in ('special', 'topic')),
  url_slug text not null check (url_slug <> ''),
  title text not null,
  teaser text,
  position integer not null,
  open boolean not null,
  unique (kind, url_slug)
);
create table package_edition (
  package uuid not null references package,
  edition uuid not null references edition,
  primary key (package, edition)
);
create table package_story (
  package uuid not null references package,
  story uuid not null references story,
  position integer not null,
  primary key (package, story)
);
create index package_story_story on package_story (story);
