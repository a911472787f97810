-- The paper: one publication, its editions, its tree of sections.

create table publication (
  id uuid primary key,
  name text not null check (name <> ''),
  tagline text,
  disclosure text,
  contact text,
  -- One database is one paper.
  the_only boolean not null default true unique check (the_only)
);

create table edition (
  id uuid primary key,
  publication uuid not null references publication,
  key text not null unique check (key ~ '^[a-z][a-z0-9-]*$'),
  name text not null,
  locale text not null,
  time_zone text not null,
  date_style text not null check (date_style in ('long', 'iso')),
  is_default boolean not null,
  share_services text[] not null default '{}',
  position integer not null
);
create unique index edition_one_default on edition (is_default) where is_default;

create table section (
  id uuid primary key,
  publication uuid not null references publication,
  path text not null unique check (path ~ '^[a-z0-9-]+(/[a-z0-9-]+)*$'),
  parent text generated always as (nullif(regexp_replace(path, '/?[^/]+$', ''), '')) stored references section (path),
  name text not null,
  position integer not null
);
