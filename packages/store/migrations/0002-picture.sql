-- Pictures of the library. Their bytes are files named by `hash`; the darkroom keeps those.

create table picture (
  id uuid primary key,
  hash text not null unique check (hash ~ '^[0-9a-f]{64}$'),
  media_type text not null,
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  alt text not null,
  caption text,
  credit text,
  focus_x real not null default 0.5 check (focus_x between 0 and 1),
  focus_y real not null default 0.5 check (focus_y between 0 and 1),
  created timestamptz(3) not null
);
