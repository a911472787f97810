-- The paper of a day as laid-out pages: its versions, their pages, and which stories stand on them.

create table issue (
  id uuid primary key,
  edition uuid not null references edition,
  -- ISO day in the edition's zone.
  day text not null check (day ~ '^\d{4}-\d\d-\d\d$'),
  version integer not null check (version > 0),
  published timestamptz(3) not null,
  -- The page model without its pages, and what there is to say of the making.
  model jsonb not null,
  report jsonb not null,
  -- SHA-256 of the PDF, which stands among the paper's files.
  pdf text not null check (pdf ~ '^[0-9a-f]{64}$'),
  pdf_bytes integer not null check (pdf_bytes > 0),
  epub_bytes integer not null check (epub_bytes > 0),
  unique (edition, day, version)
);

create table issue_sheet (
  issue uuid not null references issue,
  number integer not null check (number > 0),
  section text not null,
  primary key (issue, number)
);

-- What is drawn on a page, each part with the stories it tells of.
create table issue_region (
  issue uuid not null references issue,
  number integer not null,
  -- Its place in the order of drawing, from 0.
  position integer not null,
  model jsonb not null,
  tells uuid[] not null,
  primary key (issue, number, position),
  foreign key (issue, number) references issue_sheet
);

-- A story that goes on on another page stands on both.
create table issue_story (
  issue uuid not null references issue,
  number integer not null,
  story uuid not null references story,
  revision uuid not null references revision,
  -- Its place in the order of reading the page, from 0.
  position integer not null,
  primary key (issue, number, story),
  foreign key (issue, number) references issue_sheet
);
create index issue_story_story on issue_story (story);

-- What readers may see: of a day the last version, and of its pages what tells of nothing that was withdrawn since.
create view live_issue as
  select distinct on (edition, day) id, edition, day, version, published, model, pdf, pdf_bytes, epub_bytes
  from issue
  order by edition, day, version desc;

create view live_sheet as
  select s.issue, s.number, s.section, drawn.regions, drawn.whole
  from live_issue i
  join issue_sheet s on s.issue = i.id
  cross join lateral (
    select
      coalesce(jsonb_agg(r.model order by r.position) filter (where r.live), '[]') as regions,
      coalesce(bool_and(r.live), true) as whole
    from (
      select g.model, g.position, not exists (
        select from unnest(g.tells) as t (story)
        where not exists (
          select from live_placement p where p.story = t.story and p.edition = i.edition)) as live
      from issue_region g
      where g.issue = s.issue and g.number = s.number) r) drawn;
