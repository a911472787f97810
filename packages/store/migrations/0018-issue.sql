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
  model jsonb not null,
  primary key (issue, number)
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

-- What readers may see: of a day the last version, with the stories on each page that are still live.
create view live_issue as
  select distinct on (edition, day) id, edition, day, version, published, model, pdf, pdf_bytes, epub_bytes
  from issue
  order by edition, day, version desc;
