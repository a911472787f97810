-- What readers may see, and nothing else: readers' queries name only these views, and the tables without copy.

create view live_story as
  select s.id as story, a.path, s.published, s.updated, r.id as revision, r.number, r.copy
  from story s
  join revision r on r.id = s.live_revision
  join address a on a.story = s.id and a.canonical
  where s.state = 'live' and r.copy is not null;

create view live_placement as
  select p.story, p.edition, p.section, p.kind, p.published
  from placement p
  where p.live;

create view live_correction as
  select r.story, r.id as revision, r.number, r.made as at, r.note
  from revision r
  join story s on s.id = r.story and s.state = 'live'
  join revision l on l.id = s.live_revision
  -- A scheduled revision may exist before it is live.
  where r.kind = 'correct' and r.number <= l.number;

-- Addresses of stories that were public and are not: what to answer there, and no copy.
create view gone_story as
  select a.path, s.id as story, s.state, s.ended, s.notice
  from story s
  join address a on a.story = s.id
  where s.state in ('killed', 'unpublished');

create view live_package as
  select p.id, p.kind, p.url_slug, p.title, p.teaser, p.position, e.edition
  from package p
  join package_edition e on e.package = p.id
  where p.open;
