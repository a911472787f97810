-- What a paper is read by beside its sections: authors, topics, series, translations, history, and what is read most.

create table author (
  id uuid primary key,
  url_slug text not null unique check (url_slug <> ''),
  name text not null check (name <> ''),
  -- The language of name, role and bio.
  language text not null,
  role text,
  bio text,
  portrait uuid references picture,
  -- An address of the fediverse, @name@host.
  fediverse text,
  position integer not null
);

-- What stories are about. A topic is made when a story first names it, and known by its code in a vocabulary; one
-- without a code by its address.
create table topic (
  id uuid primary key,
  url_slug text not null unique check (url_slug <> ''),
  code text unique,
  -- {"en": "treaty", "ar": "معاهدة"}, by primary language.
  names jsonb not null
);

-- Which live stories stand under an author or a topic (`subject` is the id of either) in an edition. A row is there
-- only while the story is live, so that a list of a million reads its newest by the index.
create table listing (
  edition uuid not null references edition,
  subject uuid not null,
  published timestamptz(3) not null,
  story uuid not null references story,
  primary key (edition, subject, story)
);
create index listing_newest on listing (edition, subject, published desc, story desc);
create index listing_story on listing (story);

-- Which story a story is a translation of.
create table translation (
  story uuid primary key references story,
  original uuid not null references story,
  check (story <> original)
);
create index translation_original on translation (original);

-- Specials, hot topics and series. A package that closed keeps its page and leaves every list.
alter table package drop constraint package_kind_check;
update package set kind = 'hot-topic' where kind = 'topic';
alter table package add check (kind in ('special', 'hot-topic', 'series'));
alter table package
  add column language text not null default 'en',
  add column palette text check (palette ~ '^[a-z]+$'),
  add column picture uuid references picture,
  add column closes timestamptz(3),
  add column closed timestamptz(3),
  add check (closed is null or not open);
create index package_closes on package (closes) where open and closes is not null;

-- Editions in other languages show the paper's name and sections in their own.
alter table edition
  add column title text,
  add column tagline text,
  add column disclosure text,
  -- Paths of the top sections its navigation shows, in order; empty means all.
  add column sections text[] not null default '{}';
alter table section add column names jsonb not null default '{}';

-- About the paper: what it stands for, how it corrects itself, who owns it.
create table standing_page (
  id uuid primary key,
  url_slug text not null check (url_slug <> ''),
  language text not null,
  title text not null check (title <> ''),
  summary text,
  body jsonb not null,
  updated timestamptz(3) not null,
  position integer not null,
  unique (url_slug, language)
);

-- How often stories were opened, by the hour; of readers nothing is kept.
create table read_count (
  story uuid not null references story,
  hour timestamptz(3) not null,
  count integer not null check (count > 0),
  primary key (hour, story)
);
-- The list as readers see it; it changes with an entry of the log and at no other time.
create table most_read (
  edition uuid not null references edition,
  position integer not null,
  story uuid not null references story,
  primary key (edition, position)
);

create view live_listing as
  select edition, subject, published, story from listing;

create view live_translation as
  select s.id as story, coalesce(t.original, s.id) as original
  from story s
  left join translation t on t.story = s.id
  where s.state = 'live';

create view live_most_read as
  select m.edition, m.position, m.story
  from most_read m
  join story s on s.id = m.story and s.state = 'live';

-- Every state in which a story that is live was public, with the entry of the log that made it so.
create view live_revision as
  select r.story, r.id as revision, r.number, r.kind, r.copy, r.note, e.seq, e.at
  from revision r
  join story s on s.id = r.story and s.state = 'live'
  join publication_log e on e.revision = r.id and e.kind in ('publish', 'update', 'correct');

-- The log without what is private in it.
create view public_log as
  select seq, at, kind, story, revision, editions, payload, payload_hash, prev_hash, hash from publication_log;

drop view live_package;
create view live_package as
  select p.id, p.kind, p.url_slug, p.title, p.teaser, p.position, p.language, p.palette, p.picture, p.open, p.closed, e.edition
  from package p
  join package_edition e on e.package = p.id
  where p.open or p.closed is not null;

-- Corrections over the whole paper, newest first.
create index revision_corrections on revision (made desc, id desc) where kind = 'correct';
