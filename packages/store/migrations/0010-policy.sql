-- What the publisher allows machines; what it does not say is the house's default.
alter table publication add column policy jsonb not null default '{}';

-- What was withdrawn lately, for feeds to say so.
create index publication_log_gone on publication_log (seq desc) where kind in ('kill', 'unpublish');
-- Stories by the time they came out, whatever edition they stand in: sitemaps and the search.
create index story_live_published on story (published, id) where state = 'live';
