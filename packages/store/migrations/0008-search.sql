-- The search: one document for each live story, kept by the acts that publish and withdraw.
create extension if not exists pg_trgm;

create table search_document (
  story uuid primary key references story,
  published timestamptz(3) not null,
  -- Headlines as they are compared: in lower case, without accents. Typos are mended from their words.
  headline text not null,
  -- Stems by weight (A headline, B kicker, standfirst, byline, place, C keywords, captions, D text) and, without a
  -- position, the words filters ask for: e:edition, s:edition/section, a:author, t:topic, k:kind.
  words tsvector not null
);
create index search_document_words on search_document using gin (words);
create index search_document_newest on search_document (published desc, story desc);
create index search_document_headline on search_document using gin (headline gin_trgm_ops);

create view live_search as
  select story, published, headline, words from search_document;
