-- Where a live story was printed last in each edition: the first page it stands on, in the last version of that day.
create view printed_story as
  select distinct on (i.edition, t.story) i.edition, t.story, i.day, t.number as page, s.section
  from issue_story t
  join issue i on i.id = t.issue
  join issue_sheet s on s.issue = t.issue and s.number = t.number
  where not exists (
      select from issue n where n.edition = i.edition and n.day = i.day and n.version > i.version)
    and exists (select from live_placement p where p.story = t.story and p.edition = i.edition)
  order by i.edition, t.story, i.day desc, t.number;
