-- A version of the wire merged into a story, with the copy before and after it: it can be taken back in one step.
create table wire_merge (
  id uuid primary key,
  story uuid not null references story,
  -- The version the story had used of that item, and the one merged in.
  base uuid not null references wire_item,
  wire_item uuid not null references wire_item,
  before jsonb not null,
  after jsonb not null,
  made timestamptz(3) not null,
  actor text not null,
  undone timestamptz(3)
);
create index wire_merge_story on wire_merge (story, made desc) where undone is null;
