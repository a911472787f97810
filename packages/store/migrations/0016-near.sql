-- Items of different agencies that tell the same: by what they are found. Kept for some days; groups stay.

create table wire_near (
  -- Grows as prints are filed.
  number bigint generated always as identity primary key,
  chain uuid not null unique references wire_chain on delete cascade deferrable initially deferred,
  -- The version whose text it is, and when that was made.
  version uuid not null,
  made timestamptz(3) not null,
  filed timestamptz(3) not null,
  -- How many shingles of its opening stand first, then those and the shingles of the whole, each four bytes.
  opening smallint not null,
  print bytea not null,
  marks integer[] not null
);
-- Values that look like chance are not made smaller by packing.
alter table wire_near alter column print set storage external;
create index wire_near_filed on wire_near (filed);

-- A mark of a print: a few of its shingles, chosen alike in every text. The marks of a print go with it by a trigger: a
-- key would be looked up for each of twenty that a print brings.
create table wire_mark (
  mark integer not null,
  near bigint not null,
  primary key (mark, near)
);
create function drop_marks() returns trigger language plpgsql as $$
begin
  delete from wire_mark m using (select number, unnest(marks) as mark from gone) g
  where m.mark = g.mark and m.near = g.number;
  return null;
end
$$;
create trigger wire_near_marks after delete on wire_near referencing old table as gone
  for each statement execute function drop_marks();
