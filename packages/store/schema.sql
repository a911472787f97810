-- Made by `npm run schema` from the migrations; never edited by hand.

-- tables

create table address (
  path text not null,
  story uuid not null,
  canonical boolean not null,
  since timestamp(3) with time zone not null
);

create table audit (
  id bigint generated always as identity not null,
  at timestamp(3) with time zone not null,
  actor text not null,
  act text not null,
  story uuid,
  outcome text not null,
  detail jsonb not null
);

create table author (
  id uuid not null,
  url_slug text not null,
  name text not null,
  language text not null,
  role text,
  bio text,
  portrait uuid,
  fediverse text,
  position integer not null
);

create table channel (
  id uuid not null,
  key text not null,
  supplier text,
  settings jsonb not null,
  health jsonb not null,
  memory jsonb default '{}'::jsonb not null,
  due timestamp(3) with time zone,
  visited_until timestamp(3) with time zone,
  made timestamp(3) with time zone not null,
  callback text,
  subscription jsonb default '{"state": "none"}'::jsonb not null
);

create table consumer (
  name text not null,
  kind text not null,
  position bigint not null,
  heartbeat timestamp(3) with time zone not null,
  address text
);

create table draft_update (
  story uuid not null,
  number bigint generated always as identity not null,
  update bytea not null,
  at timestamp(3) with time zone not null,
  actor text not null
);

create table edition (
  id uuid not null,
  publication uuid not null,
  key text not null,
  name text not null,
  locale text not null,
  time_zone text not null,
  date_style text not null,
  is_default boolean not null,
  share_services text[] default '{}'::text[] not null,
  position integer not null,
  title text,
  tagline text,
  disclosure text,
  sections text[] default '{}'::text[] not null
);

create table issue (
  id uuid not null,
  edition uuid not null,
  day text not null,
  version integer not null,
  published timestamp(3) with time zone not null,
  model jsonb not null,
  report jsonb not null,
  pdf text not null,
  pdf_bytes integer not null,
  epub_bytes integer not null
);

create table issue_region (
  issue uuid not null,
  number integer not null,
  position integer not null,
  model jsonb not null,
  tells uuid[] not null
);

create table issue_sheet (
  issue uuid not null,
  number integer not null,
  section text not null
);

create table issue_story (
  issue uuid not null,
  number integer not null,
  story uuid not null,
  revision uuid not null,
  position integer not null
);

create table listing (
  edition uuid not null,
  subject uuid not null,
  published timestamp(3) with time zone not null,
  story uuid not null
);

create table log_head (
  the_only boolean default true not null,
  seq bigint not null,
  hash text not null
);

create table migration (
  number integer not null,
  name text not null,
  hash text not null,
  applied timestamp(3) with time zone default now() not null
);

create table most_read (
  edition uuid not null,
  position integer not null,
  story uuid not null
);

create table package (
  id uuid not null,
  kind text not null,
  url_slug text not null,
  title text not null,
  teaser text,
  position integer not null,
  open boolean not null,
  language text default 'en'::text not null,
  palette text,
  picture uuid,
  closes timestamp(3) with time zone,
  closed timestamp(3) with time zone
);

create table package_edition (
  package uuid not null,
  edition uuid not null
);

create table package_story (
  package uuid not null,
  story uuid not null,
  position integer not null
);

create table picture (
  id uuid not null,
  hash text not null,
  media_type text not null,
  width integer not null,
  height integer not null,
  alt text not null,
  caption text,
  credit text,
  focus_x real default 0.5 not null,
  focus_y real default 0.5 not null,
  created timestamp(3) with time zone not null,
  words jsonb default '{}'::jsonb not null,
  preview text
);

create table placement (
  story uuid not null,
  edition uuid not null,
  section uuid not null,
  live boolean not null,
  kind text not null,
  published timestamp(3) with time zone not null
);

create table publication (
  id uuid not null,
  name text not null,
  tagline text,
  disclosure text,
  contact text,
  the_only boolean default true not null,
  policy jsonb default '{}'::jsonb not null
);

create table publication_log (
  seq bigint not null,
  at timestamp(3) with time zone not null,
  kind text not null,
  story uuid,
  revision uuid,
  editions text[] not null,
  payload jsonb not null,
  payload_hash text not null,
  prev_hash text not null,
  hash text not null,
  actor text,
  actor_salt text
);

create table read_count (
  story uuid not null,
  hour timestamp(3) with time zone not null,
  count integer not null
);

create table receipt (
  id uuid not null,
  channel text not null,
  supplier text,
  payload text not null,
  media_type text,
  name text,
  headers jsonb default '{}'::jsonb not null,
  received timestamp(3) with time zone not null,
  last timestamp(3) with time zone not null,
  times integer default 1 not null,
  state text default 'new'::text not null,
  attempts integer default 0 not null,
  items integer,
  why text,
  say text,
  settled timestamp(3) with time zone
);

create table revision (
  id uuid not null,
  story uuid not null,
  number integer not null,
  kind text not null,
  copy jsonb,
  content_hash text not null,
  note text,
  made timestamp(3) with time zone not null,
  actor text not null,
  erased timestamp(3) with time zone
);

create table schedule (
  id uuid not null,
  story uuid not null,
  revision uuid not null,
  due timestamp(3) with time zone not null,
  places jsonb not null,
  actor text not null,
  made timestamp(3) with time zone not null,
  state text default 'due'::text not null,
  settled timestamp(3) with time zone,
  why text
);

create table search_document (
  story uuid not null,
  published timestamp(3) with time zone not null,
  headline text not null,
  words tsvector not null
);

create table section (
  id uuid not null,
  publication uuid not null,
  path text not null,
  parent text generated always as (NULLIF(regexp_replace(path, '/?[^/]+$'::text, ''::text), ''::text)) stored,
  name text not null,
  position integer not null,
  names jsonb default '{}'::jsonb not null
);

create table standing_page (
  id uuid not null,
  url_slug text not null,
  language text not null,
  title text not null,
  summary text,
  body jsonb not null,
  updated timestamp(3) with time zone not null,
  position integer not null
);

create table story (
  id uuid not null,
  slug text not null,
  created timestamp(3) with time zone not null,
  state text not null,
  live_revision uuid,
  published timestamp(3) with time zone,
  updated timestamp(3) with time zone,
  ended timestamp(3) with time zone,
  notice text
);

create table story_wire (
  story uuid not null,
  wire_item uuid not null,
  used timestamp(3) with time zone not null,
  how text default 'made'::text not null,
  actor text
);

create table supplier (
  key text not null,
  name text,
  time_zone text,
  keep_days integer
);

create table token (
  id uuid not null,
  name text not null,
  secret_hash text not null,
  scopes text[] not null,
  made timestamp(3) with time zone not null,
  used timestamp(3) with time zone,
  revoked timestamp(3) with time zone
);

create table topic (
  id uuid not null,
  url_slug text not null,
  code text,
  names jsonb not null
);

create table translation (
  story uuid not null,
  original uuid not null
);

create table wire_alert (
  id uuid not null,
  story uuid not null,
  wire_item uuid not null,
  kind text not null,
  state text not null,
  raised timestamp(3) with time zone not null,
  settled timestamp(3) with time zone,
  actor text
);

create table wire_chain (
  id uuid not null,
  supplier text not null,
  latest uuid not null,
  state text not null,
  held text,
  kind text not null,
  language text,
  urgency smallint,
  versions integer not null,
  newest timestamp(3) with time zone not null,
  filed bigint not null,
  grouped uuid not null,
  leads boolean not null,
  summary jsonb not null,
  routes jsonb default '[]'::jsonb not null,
  desks text[] default '{}'::text[] not null,
  words tsvector not null
);

create table wire_gone (
  id uuid not null,
  chain uuid not null,
  supplier text not null,
  item_id text not null,
  version text not null,
  content_hash text not null,
  payload text not null,
  part integer not null,
  version_created timestamp(3) with time zone,
  received timestamp(3) with time zone not null,
  status text,
  signal text,
  take integer,
  seen timestamp(3) with time zone not null
);

create table wire_item (
  id uuid not null,
  supplier text not null,
  item_id text not null,
  version text not null,
  content_hash text not null,
  payload text not null,
  format text not null,
  item jsonb not null,
  version_created timestamp(3) with time zone,
  received timestamp(3) with time zone not null,
  part integer default 0 not null,
  chain uuid not null,
  channel text,
  trail jsonb default '[]'::jsonb not null,
  todo jsonb,
  reread timestamp(3) with time zone
);

create table wire_mark (
  mark integer not null,
  near bigint not null
);

create table wire_merge (
  id uuid not null,
  story uuid not null,
  base uuid not null,
  wire_item uuid not null,
  before jsonb not null,
  after jsonb not null,
  made timestamp(3) with time zone not null,
  actor text not null,
  undone timestamp(3) with time zone
);

create table wire_name (
  supplier text not null,
  item_id text not null,
  chain uuid not null
);

create table wire_near (
  number bigint generated always as identity not null,
  chain uuid not null,
  version uuid not null,
  made timestamp(3) with time zone not null,
  filed timestamp(3) with time zone not null,
  opening smallint not null,
  print bytea not null,
  marks integer[] not null
);

create table wire_payload (
  hash text not null,
  bytes bytea not null,
  received timestamp(3) with time zone not null
);

create table wire_preset (
  id uuid not null,
  key text not null,
  name text not null,
  filter jsonb not null,
  position integer not null,
  stale boolean default false not null
);

create table wire_preset_chain (
  preset uuid not null,
  newest timestamp(3) with time zone not null,
  chain uuid not null
);

create table wire_rule (
  id uuid not null,
  name text not null,
  position integer not null,
  is_on boolean not null,
  rule jsonb not null,
  changed timestamp(3) with time zone not null,
  actor text not null
);

-- constraints

alter table address add constraint address_path_check CHECK ((path ~ '^/'::text));

alter table address add constraint address_pkey PRIMARY KEY (path);

alter table address add constraint address_story_fkey FOREIGN KEY (story) REFERENCES story(id);

alter table audit add constraint audit_pkey PRIMARY KEY (id);

alter table author add constraint author_name_check CHECK ((name <> ''::text));

alter table author add constraint author_pkey PRIMARY KEY (id);

alter table author add constraint author_portrait_fkey FOREIGN KEY (portrait) REFERENCES picture(id);

alter table author add constraint author_url_slug_check CHECK ((url_slug <> ''::text));

alter table author add constraint author_url_slug_key UNIQUE (url_slug);

alter table channel add constraint channel_key_check CHECK ((key ~ '^[a-z0-9][a-z0-9-]{0,62}$'::text));

alter table channel add constraint channel_key_key UNIQUE (key);

alter table channel add constraint channel_pkey PRIMARY KEY (id);

alter table consumer add constraint consumer_pkey PRIMARY KEY (name);

alter table draft_update add constraint draft_update_pkey PRIMARY KEY (story, number);

alter table draft_update add constraint draft_update_story_fkey FOREIGN KEY (story) REFERENCES story(id);

alter table edition add constraint edition_date_style_check CHECK ((date_style = ANY (ARRAY['long'::text, 'iso'::text])));

alter table edition add constraint edition_key_check CHECK ((key ~ '^[a-z][a-z0-9-]*$'::text));

alter table edition add constraint edition_key_key UNIQUE (key);

alter table edition add constraint edition_pkey PRIMARY KEY (id);

alter table edition add constraint edition_publication_fkey FOREIGN KEY (publication) REFERENCES publication(id);

alter table issue add constraint issue_day_check CHECK ((day ~ '^\d{4}-\d\d-\d\d$'::text));

alter table issue add constraint issue_edition_day_version_key UNIQUE (edition, day, version);

alter table issue add constraint issue_edition_fkey FOREIGN KEY (edition) REFERENCES edition(id);

alter table issue add constraint issue_epub_bytes_check CHECK ((epub_bytes > 0));

alter table issue add constraint issue_pdf_bytes_check CHECK ((pdf_bytes > 0));

alter table issue add constraint issue_pdf_check CHECK ((pdf ~ '^[0-9a-f]{64}$'::text));

alter table issue add constraint issue_pkey PRIMARY KEY (id);

alter table issue add constraint issue_version_check CHECK ((version > 0));

alter table issue_region add constraint issue_region_issue_fkey FOREIGN KEY (issue) REFERENCES issue(id);

alter table issue_region add constraint issue_region_issue_number_fkey FOREIGN KEY (issue, number) REFERENCES issue_sheet(issue, number);

alter table issue_region add constraint issue_region_pkey PRIMARY KEY (issue, number, "position");

alter table issue_sheet add constraint issue_sheet_issue_fkey FOREIGN KEY (issue) REFERENCES issue(id);

alter table issue_sheet add constraint issue_sheet_number_check CHECK ((number > 0));

alter table issue_sheet add constraint issue_sheet_pkey PRIMARY KEY (issue, number);

alter table issue_story add constraint issue_story_issue_fkey FOREIGN KEY (issue) REFERENCES issue(id);

alter table issue_story add constraint issue_story_issue_number_fkey FOREIGN KEY (issue, number) REFERENCES issue_sheet(issue, number);

alter table issue_story add constraint issue_story_pkey PRIMARY KEY (issue, number, story);

alter table issue_story add constraint issue_story_revision_fkey FOREIGN KEY (revision) REFERENCES revision(id);

alter table issue_story add constraint issue_story_story_fkey FOREIGN KEY (story) REFERENCES story(id);

alter table listing add constraint listing_edition_fkey FOREIGN KEY (edition) REFERENCES edition(id);

alter table listing add constraint listing_pkey PRIMARY KEY (edition, subject, story);

alter table listing add constraint listing_story_fkey FOREIGN KEY (story) REFERENCES story(id);

alter table log_head add constraint log_head_pkey PRIMARY KEY (the_only);

alter table log_head add constraint log_head_the_only_check CHECK (the_only);

alter table migration add constraint migration_pkey PRIMARY KEY (number);

alter table most_read add constraint most_read_edition_fkey FOREIGN KEY (edition) REFERENCES edition(id);

alter table most_read add constraint most_read_pkey PRIMARY KEY (edition, "position");

alter table most_read add constraint most_read_story_fkey FOREIGN KEY (story) REFERENCES story(id);

alter table package add constraint package_check CHECK (((closed IS NULL) OR (NOT open)));

alter table package add constraint package_kind_check CHECK ((kind = ANY (ARRAY['special'::text, 'hot-topic'::text, 'series'::text])));

alter table package add constraint package_kind_url_slug_key UNIQUE (kind, url_slug);

alter table package add constraint package_palette_check CHECK ((palette ~ '^[a-z]+$'::text));

alter table package add constraint package_picture_fkey FOREIGN KEY (picture) REFERENCES picture(id);

alter table package add constraint package_pkey PRIMARY KEY (id);

alter table package add constraint package_url_slug_check CHECK ((url_slug <> ''::text));

alter table package_edition add constraint package_edition_edition_fkey FOREIGN KEY (edition) REFERENCES edition(id);

alter table package_edition add constraint package_edition_package_fkey FOREIGN KEY (package) REFERENCES package(id);

alter table package_edition add constraint package_edition_pkey PRIMARY KEY (package, edition);

alter table package_story add constraint package_story_package_fkey FOREIGN KEY (package) REFERENCES package(id);

alter table package_story add constraint package_story_pkey PRIMARY KEY (package, story);

alter table package_story add constraint package_story_story_fkey FOREIGN KEY (story) REFERENCES story(id);

alter table picture add constraint picture_focus_x_check CHECK (((focus_x >= (0)::double precision) AND (focus_x <= (1)::double precision)));

alter table picture add constraint picture_focus_y_check CHECK (((focus_y >= (0)::double precision) AND (focus_y <= (1)::double precision)));

alter table picture add constraint picture_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text));

alter table picture add constraint picture_hash_key UNIQUE (hash);

alter table picture add constraint picture_height_check CHECK ((height > 0));

alter table picture add constraint picture_pkey PRIMARY KEY (id);

alter table picture add constraint picture_preview_check CHECK ((preview ~ '^([0-9a-f]{6}){2,8}$'::text));

alter table picture add constraint picture_width_check CHECK ((width > 0));

alter table placement add constraint placement_edition_fkey FOREIGN KEY (edition) REFERENCES edition(id);

alter table placement add constraint placement_pkey PRIMARY KEY (story, edition);

alter table placement add constraint placement_section_fkey FOREIGN KEY (section) REFERENCES section(id);

alter table placement add constraint placement_story_fkey FOREIGN KEY (story) REFERENCES story(id);

alter table publication add constraint publication_name_check CHECK ((name <> ''::text));

alter table publication add constraint publication_pkey PRIMARY KEY (id);

alter table publication add constraint publication_the_only_check CHECK (the_only);

alter table publication add constraint publication_the_only_key UNIQUE (the_only);

alter table publication_log add constraint publication_log_pkey PRIMARY KEY (seq);

alter table read_count add constraint read_count_count_check CHECK ((count > 0));

alter table read_count add constraint read_count_pkey PRIMARY KEY (hour, story);

alter table read_count add constraint read_count_story_fkey FOREIGN KEY (story) REFERENCES story(id);

alter table receipt add constraint receipt_channel_payload_key UNIQUE (channel, payload);

alter table receipt add constraint receipt_check CHECK (((state = 'quarantined'::text) = (why IS NOT NULL)));

alter table receipt add constraint receipt_payload_fkey FOREIGN KEY (payload) REFERENCES wire_payload(hash);

alter table receipt add constraint receipt_pkey PRIMARY KEY (id);

alter table receipt add constraint receipt_state_check CHECK ((state = ANY (ARRAY['new'::text, 'read'::text, 'quarantined'::text])));

alter table revision add constraint revision_check CHECK (((kind = 'correct'::text) = (note IS NOT NULL)));

alter table revision add constraint revision_check1 CHECK (((copy IS NULL) = (erased IS NOT NULL)));

alter table revision add constraint revision_kind_check CHECK ((kind = ANY (ARRAY['publish'::text, 'update'::text, 'correct'::text])));

alter table revision add constraint revision_number_check CHECK ((number > 0));

alter table revision add constraint revision_pkey PRIMARY KEY (id);

alter table revision add constraint revision_story_fkey FOREIGN KEY (story) REFERENCES story(id);

alter table revision add constraint revision_story_id_key UNIQUE (story, id);

alter table revision add constraint revision_story_number_key UNIQUE (story, number);

alter table schedule add constraint schedule_check CHECK (((state = 'due'::text) = (settled IS NULL)));

alter table schedule add constraint schedule_pkey PRIMARY KEY (id);

alter table schedule add constraint schedule_revision_fkey FOREIGN KEY (revision) REFERENCES revision(id);

alter table schedule add constraint schedule_state_check CHECK ((state = ANY (ARRAY['due'::text, 'done'::text, 'refused'::text, 'cancelled'::text])));

alter table schedule add constraint schedule_story_fkey FOREIGN KEY (story) REFERENCES story(id);

alter table search_document add constraint search_document_pkey PRIMARY KEY (story);

alter table search_document add constraint search_document_story_fkey FOREIGN KEY (story) REFERENCES story(id);

alter table section add constraint section_parent_fkey FOREIGN KEY (parent) REFERENCES section(path);

alter table section add constraint section_path_check CHECK ((path ~ '^[a-z0-9-]+(/[a-z0-9-]+)*$'::text));

alter table section add constraint section_path_key UNIQUE (path);

alter table section add constraint section_pkey PRIMARY KEY (id);

alter table section add constraint section_publication_fkey FOREIGN KEY (publication) REFERENCES publication(id);

alter table standing_page add constraint standing_page_pkey PRIMARY KEY (id);

alter table standing_page add constraint standing_page_title_check CHECK ((title <> ''::text));

alter table standing_page add constraint standing_page_url_slug_check CHECK ((url_slug <> ''::text));

alter table standing_page add constraint standing_page_url_slug_language_key UNIQUE (url_slug, language);

alter table story add constraint story_check CHECK (((state = 'live'::text) = (live_revision IS NOT NULL)));

alter table story add constraint story_check1 CHECK (((state = 'live'::text) = (updated IS NOT NULL)));

alter table story add constraint story_check2 CHECK (((state = 'draft'::text) = (published IS NULL)));

alter table story add constraint story_check3 CHECK (((state = ANY (ARRAY['unpublished'::text, 'killed'::text])) = (ended IS NOT NULL)));

alter table story add constraint story_check4 CHECK (((state = 'killed'::text) = (notice IS NOT NULL)));

alter table story add constraint story_id_live_revision_fkey FOREIGN KEY (id, live_revision) REFERENCES revision(story, id);

alter table story add constraint story_pkey PRIMARY KEY (id);

alter table story add constraint story_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'live'::text, 'unpublished'::text, 'killed'::text])));

alter table story_wire add constraint story_wire_how_check CHECK ((how = ANY (ARRAY['made'::text, 'rewritten'::text, 'merged'::text])));

alter table story_wire add constraint story_wire_pkey PRIMARY KEY (story, wire_item);

alter table story_wire add constraint story_wire_story_fkey FOREIGN KEY (story) REFERENCES story(id);

alter table story_wire add constraint story_wire_wire_item_fkey FOREIGN KEY (wire_item) REFERENCES wire_item(id);

alter table supplier add constraint supplier_keep_days_check CHECK ((keep_days > 0));

alter table supplier add constraint supplier_key_check CHECK ((key <> ''::text));

alter table supplier add constraint supplier_pkey PRIMARY KEY (key);

alter table token add constraint token_pkey PRIMARY KEY (id);

alter table token add constraint token_secret_hash_key UNIQUE (secret_hash);

alter table topic add constraint topic_code_key UNIQUE (code);

alter table topic add constraint topic_pkey PRIMARY KEY (id);

alter table topic add constraint topic_url_slug_check CHECK ((url_slug <> ''::text));

alter table topic add constraint topic_url_slug_key UNIQUE (url_slug);

alter table translation add constraint translation_check CHECK ((story <> original));

alter table translation add constraint translation_original_fkey FOREIGN KEY (original) REFERENCES story(id);

alter table translation add constraint translation_pkey PRIMARY KEY (story);

alter table translation add constraint translation_story_fkey FOREIGN KEY (story) REFERENCES story(id);

alter table wire_alert add constraint wire_alert_check CHECK (((state = 'open'::text) = (settled IS NULL)));

alter table wire_alert add constraint wire_alert_kind_check CHECK ((kind = ANY (ARRAY['update'::text, 'correction'::text, 'kill'::text])));

alter table wire_alert add constraint wire_alert_pkey PRIMARY KEY (id);

alter table wire_alert add constraint wire_alert_state_check CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'dismissed'::text, 'passed'::text])));

alter table wire_alert add constraint wire_alert_story_fkey FOREIGN KEY (story) REFERENCES story(id);

alter table wire_alert add constraint wire_alert_story_wire_item_key UNIQUE (story, wire_item);

alter table wire_alert add constraint wire_alert_wire_item_fkey FOREIGN KEY (wire_item) REFERENCES wire_item(id);

alter table wire_chain add constraint wire_chain_pkey PRIMARY KEY (id);

alter table wire_chain add constraint wire_chain_state_check CHECK ((state = ANY (ARRAY['usable'::text, 'withheld'::text, 'killed'::text])));

alter table wire_gone add constraint wire_gone_pkey PRIMARY KEY (id);

alter table wire_item add constraint wire_item_chain_fkey FOREIGN KEY (chain) REFERENCES wire_chain(id) DEFERRABLE INITIALLY DEFERRED;

alter table wire_item add constraint wire_item_payload_fkey FOREIGN KEY (payload) REFERENCES wire_payload(hash);

alter table wire_item add constraint wire_item_pkey PRIMARY KEY (id);

alter table wire_item add constraint wire_item_supplier_item_id_version_content_hash_key UNIQUE (supplier, item_id, version, content_hash);

alter table wire_mark add constraint wire_mark_pkey PRIMARY KEY (mark, near);

alter table wire_merge add constraint wire_merge_base_fkey FOREIGN KEY (base) REFERENCES wire_item(id);

alter table wire_merge add constraint wire_merge_pkey PRIMARY KEY (id);

alter table wire_merge add constraint wire_merge_story_fkey FOREIGN KEY (story) REFERENCES story(id);

alter table wire_merge add constraint wire_merge_wire_item_fkey FOREIGN KEY (wire_item) REFERENCES wire_item(id);

alter table wire_name add constraint wire_name_pkey PRIMARY KEY (supplier, item_id);

alter table wire_near add constraint wire_near_chain_fkey FOREIGN KEY (chain) REFERENCES wire_chain(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED;

alter table wire_near add constraint wire_near_chain_key UNIQUE (chain);

alter table wire_near add constraint wire_near_pkey PRIMARY KEY (number);

alter table wire_payload add constraint wire_payload_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text));

alter table wire_payload add constraint wire_payload_pkey PRIMARY KEY (hash);

alter table wire_preset add constraint wire_preset_key_check CHECK ((key ~ '^[a-z0-9][a-z0-9-]{0,62}$'::text));

alter table wire_preset add constraint wire_preset_key_key UNIQUE (key);

alter table wire_preset add constraint wire_preset_pkey PRIMARY KEY (id);

alter table wire_preset_chain add constraint wire_preset_chain_chain_fkey FOREIGN KEY (chain) REFERENCES wire_chain(id) ON DELETE CASCADE;

alter table wire_preset_chain add constraint wire_preset_chain_pkey PRIMARY KEY (preset, newest, chain);

alter table wire_preset_chain add constraint wire_preset_chain_preset_fkey FOREIGN KEY (preset) REFERENCES wire_preset(id) ON DELETE CASCADE;

alter table wire_rule add constraint wire_rule_name_key UNIQUE (name);

alter table wire_rule add constraint wire_rule_pkey PRIMARY KEY (id);

-- indexes

CREATE UNIQUE INDEX address_one_canonical ON public.address USING btree (story) WHERE canonical;

CREATE INDEX address_story ON public.address USING btree (story);

CREATE INDEX audit_story ON public.audit USING btree (story, at);

CREATE INDEX channel_due ON public.channel USING btree (due) WHERE (due IS NOT NULL);

CREATE UNIQUE INDEX edition_one_default ON public.edition USING btree (is_default) WHERE is_default;

CREATE INDEX issue_story_story ON public.issue_story USING btree (story);

CREATE INDEX listing_newest ON public.listing USING btree (edition, subject, published DESC, story DESC);

CREATE INDEX listing_story ON public.listing USING btree (story);

CREATE INDEX package_closes ON public.package USING btree (closes) WHERE (open AND (closes IS NOT NULL));

CREATE INDEX package_story_story ON public.package_story USING btree (story);

CREATE INDEX placement_kind ON public.placement USING btree (edition, kind, published DESC, story) WHERE live;

CREATE INDEX placement_newest ON public.placement USING btree (edition, published DESC, story) WHERE live;

CREATE INDEX placement_section ON public.placement USING btree (edition, section, published DESC, story) WHERE live;

CREATE INDEX publication_log_gone ON public.publication_log USING btree (seq DESC) WHERE (kind = ANY (ARRAY['kill'::text, 'unpublish'::text]));

CREATE INDEX publication_log_story ON public.publication_log USING btree (story, seq);

CREATE INDEX receipt_kept ON public.receipt USING btree (COALESCE(supplier, channel), last, id) WHERE (state = 'read'::text);

CREATE INDEX receipt_new ON public.receipt USING btree (((attempts > 3)), received, id) WHERE (state = 'new'::text);

CREATE INDEX receipt_payload ON public.receipt USING btree (payload);

CREATE INDEX receipt_quarantined ON public.receipt USING btree (received, id) WHERE (state = 'quarantined'::text);

CREATE INDEX receipt_received ON public.receipt USING btree (received, id);

CREATE INDEX revision_corrections ON public.revision USING btree (made DESC, id DESC) WHERE (kind = 'correct'::text);

CREATE INDEX schedule_due ON public.schedule USING btree (due) WHERE (state = 'due'::text);

CREATE INDEX schedule_story ON public.schedule USING btree (story) WHERE (state = 'due'::text);

CREATE INDEX search_document_headline ON public.search_document USING gin (headline gin_trgm_ops);

CREATE INDEX search_document_newest ON public.search_document USING btree (published DESC, story DESC);

CREATE INDEX search_document_words ON public.search_document USING gin (words);

CREATE INDEX story_live_published ON public.story USING btree (published, id) WHERE (state = 'live'::text);

CREATE INDEX story_slug ON public.story USING btree (slug);

CREATE INDEX story_wire_item ON public.story_wire USING btree (wire_item);

CREATE INDEX translation_original ON public.translation USING btree (original);

CREATE INDEX wire_alert_item ON public.wire_alert USING btree (wire_item);

CREATE INDEX wire_alert_open ON public.wire_alert USING btree (story) WHERE (state = 'open'::text);

CREATE INDEX wire_alert_raised ON public.wire_alert USING btree (raised DESC, id DESC) WHERE (state = 'open'::text);

CREATE INDEX wire_chain_desks ON public.wire_chain USING gin (desks);

CREATE INDEX wire_chain_filed ON public.wire_chain USING btree (filed, id);

CREATE INDEX wire_chain_grouped ON public.wire_chain USING btree (grouped, newest DESC, id DESC);

CREATE INDEX wire_chain_leads ON public.wire_chain USING btree (newest DESC, id DESC) WHERE leads;

CREATE INDEX wire_chain_newest ON public.wire_chain USING btree (newest DESC, id DESC);

CREATE INDEX wire_chain_other_kind ON public.wire_chain USING btree (kind, newest DESC, id DESC) WHERE (kind <> 'text'::text);

CREATE INDEX wire_chain_other_state ON public.wire_chain USING btree (state, newest DESC, id DESC) WHERE (state <> 'usable'::text);

CREATE INDEX wire_chain_supplier ON public.wire_chain USING btree (supplier, newest DESC, id DESC);

CREATE INDEX wire_chain_urgent ON public.wire_chain USING btree (urgency, newest DESC, id DESC) WHERE (urgency <= 2);

CREATE INDEX wire_chain_words ON public.wire_chain USING gin (words);

CREATE INDEX wire_gone_chain ON public.wire_gone USING btree (chain);

CREATE INDEX wire_gone_seen ON public.wire_gone USING btree (seen, id) WHERE ((status IS DISTINCT FROM 'canceled'::text) AND (signal IS DISTINCT FROM 'kill'::text));

CREATE INDEX wire_item_chain ON public.wire_item USING btree (chain);

CREATE INDEX wire_item_payload ON public.wire_item USING btree (payload, part);

CREATE INDEX wire_item_received ON public.wire_item USING btree (received, id);

CREATE INDEX wire_item_todo ON public.wire_item USING btree (received, id) WHERE (todo IS NOT NULL);

CREATE INDEX wire_merge_base ON public.wire_merge USING btree (base);

CREATE INDEX wire_merge_item ON public.wire_merge USING btree (wire_item);

CREATE INDEX wire_merge_story ON public.wire_merge USING btree (story, made DESC) WHERE (undone IS NULL);

CREATE INDEX wire_name_chain ON public.wire_name USING btree (chain);

CREATE INDEX wire_near_filed ON public.wire_near USING btree (filed);

CREATE INDEX wire_preset_chain_chain ON public.wire_preset_chain USING btree (chain);

-- views

create view gone_story as
 SELECT a.path,
    s.id AS story,
    s.state,
    s.ended,
    s.notice
   FROM (story s
     JOIN address a ON ((a.story = s.id)))
  WHERE (s.state = ANY (ARRAY['killed'::text, 'unpublished'::text]));

create view live_correction as
 SELECT r.story,
    r.id AS revision,
    r.number,
    r.made AS at,
    r.note
   FROM ((revision r
     JOIN story s ON (((s.id = r.story) AND (s.state = 'live'::text))))
     JOIN revision l ON ((l.id = s.live_revision)))
  WHERE ((r.kind = 'correct'::text) AND (r.number <= l.number));

create view live_issue as
 SELECT DISTINCT ON (edition, day) id,
    edition,
    day,
    version,
    published,
    model,
    pdf,
    pdf_bytes,
    epub_bytes
   FROM issue
  ORDER BY edition, day, version DESC;

create view live_listing as
 SELECT edition,
    subject,
    published,
    story
   FROM listing;

create view live_most_read as
 SELECT m.edition,
    m."position",
    m.story
   FROM (most_read m
     JOIN story s ON (((s.id = m.story) AND (s.state = 'live'::text))));

create view live_package as
 SELECT p.id,
    p.kind,
    p.url_slug,
    p.title,
    p.teaser,
    p."position",
    p.language,
    p.palette,
    p.picture,
    p.open,
    p.closed,
    e.edition
   FROM (package p
     JOIN package_edition e ON ((e.package = p.id)))
  WHERE (p.open OR (p.closed IS NOT NULL));

create view live_placement as
 SELECT story,
    edition,
    section,
    kind,
    published
   FROM placement p
  WHERE live;

create view live_revision as
 SELECT r.story,
    r.id AS revision,
    r.number,
    r.kind,
    r.copy,
    r.note,
    e.seq,
    e.at
   FROM ((revision r
     JOIN story s ON (((s.id = r.story) AND (s.state = 'live'::text))))
     JOIN publication_log e ON (((e.revision = r.id) AND (e.kind = ANY (ARRAY['publish'::text, 'update'::text, 'correct'::text])))));

create view live_search as
 SELECT story,
    published,
    headline,
    words
   FROM search_document;

create view live_sheet as
 SELECT s.issue,
    s.number,
    s.section,
    drawn.regions,
    drawn.whole
   FROM ((live_issue i
     JOIN issue_sheet s ON ((s.issue = i.id)))
     CROSS JOIN LATERAL ( SELECT COALESCE(jsonb_agg(r.model ORDER BY r."position") FILTER (WHERE r.live), '[]'::jsonb) AS regions,
            COALESCE(bool_and(r.live), true) AS whole
           FROM ( SELECT g.model,
                    g."position",
                    (NOT (EXISTS ( SELECT
                           FROM unnest(g.tells) t(story)
                          WHERE (NOT (EXISTS ( SELECT
                                   FROM live_placement p
                                  WHERE ((p.story = t.story) AND (p.edition = i.edition)))))))) AS live
                   FROM issue_region g
                  WHERE ((g.issue = s.issue) AND (g.number = s.number))) r) drawn);

create view live_story as
 SELECT s.id AS story,
    a.path,
    s.published,
    s.updated,
    r.id AS revision,
    r.number,
    r.copy
   FROM ((story s
     JOIN revision r ON ((r.id = s.live_revision)))
     JOIN address a ON (((a.story = s.id) AND a.canonical)))
  WHERE ((s.state = 'live'::text) AND (r.copy IS NOT NULL));

create view live_translation as
 SELECT s.id AS story,
    COALESCE(t.original, s.id) AS original
   FROM (story s
     LEFT JOIN translation t ON ((t.story = s.id)))
  WHERE (s.state = 'live'::text);

create view printed_story as
 SELECT DISTINCT ON (i.edition, t.story) i.edition,
    t.story,
    i.day,
    t.number AS page,
    s.section
   FROM ((issue_story t
     JOIN issue i ON ((i.id = t.issue)))
     JOIN issue_sheet s ON (((s.issue = t.issue) AND (s.number = t.number))))
  WHERE ((NOT (EXISTS ( SELECT
           FROM issue n
          WHERE ((n.edition = i.edition) AND (n.day = i.day) AND (n.version > i.version))))) AND (EXISTS ( SELECT
           FROM live_placement p
          WHERE ((p.story = t.story) AND (p.edition = i.edition)))))
  ORDER BY i.edition, t.story, i.day DESC, t.number;

create view public_log as
 SELECT seq,
    at,
    kind,
    story,
    revision,
    editions,
    payload,
    payload_hash,
    prev_hash,
    hash
   FROM publication_log;

-- functions

CREATE OR REPLACE FUNCTION public.draft_only_grows()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'a draft only grows: update % of story % stays', old.number, old.story
    using errcode = 'restrict_violation';
end $function$
;

CREATE OR REPLACE FUNCTION public.drop_marks()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  delete from wire_mark m using (select number, unnest(marks) as mark from gone) g
  where m.mark = g.mark and m.near = g.number;
  return null;
end
$function$
;

CREATE OR REPLACE FUNCTION public.gin_extract_query_trgm(text, internal, smallint, internal, internal, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gin_extract_query_trgm$function$
;

CREATE OR REPLACE FUNCTION public.gin_extract_value_trgm(text, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gin_extract_value_trgm$function$
;

CREATE OR REPLACE FUNCTION public.gin_trgm_consistent(internal, smallint, text, integer, internal, internal, internal, internal)
 RETURNS boolean
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gin_trgm_consistent$function$
;

CREATE OR REPLACE FUNCTION public.gin_trgm_triconsistent(internal, smallint, text, integer, internal, internal, internal)
 RETURNS "char"
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gin_trgm_triconsistent$function$
;

CREATE OR REPLACE FUNCTION public.gtrgm_compress(internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_compress$function$
;

CREATE OR REPLACE FUNCTION public.gtrgm_consistent(internal, text, smallint, oid, internal)
 RETURNS boolean
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_consistent$function$
;

CREATE OR REPLACE FUNCTION public.gtrgm_decompress(internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_decompress$function$
;

CREATE OR REPLACE FUNCTION public.gtrgm_distance(internal, text, smallint, oid, internal)
 RETURNS double precision
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_distance$function$
;

CREATE OR REPLACE FUNCTION public.gtrgm_in(cstring)
 RETURNS gtrgm
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_in$function$
;

CREATE OR REPLACE FUNCTION public.gtrgm_options(internal)
 RETURNS void
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE
AS '$libdir/pg_trgm', $function$gtrgm_options$function$
;

CREATE OR REPLACE FUNCTION public.gtrgm_out(gtrgm)
 RETURNS cstring
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_out$function$
;

CREATE OR REPLACE FUNCTION public.gtrgm_penalty(internal, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_penalty$function$
;

CREATE OR REPLACE FUNCTION public.gtrgm_picksplit(internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_picksplit$function$
;

CREATE OR REPLACE FUNCTION public.gtrgm_same(gtrgm, gtrgm, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_same$function$
;

CREATE OR REPLACE FUNCTION public.gtrgm_union(internal, internal)
 RETURNS gtrgm
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_union$function$
;

CREATE OR REPLACE FUNCTION public.log_append(entry_at timestamp with time zone, entry_kind text, entry_story uuid, entry_revision uuid, entry_editions text[], entry_payload jsonb, entry_payload_hash text, entry_actor text, entry_actor_salt text)
 RETURNS bigint
 LANGUAGE plpgsql
AS $function$
declare
  head log_head%rowtype;
  entry_seq bigint;
  entry_hash text;
begin
  select * into strict head from log_head for update;
  entry_seq := head.seq + 1;
  entry_hash := encode(sha256(convert_to(
    '{"at":' || floor(extract(epoch from entry_at) * 1000)::bigint
    || ',"editions":[' || coalesce((select string_agg('"' || e || '"', ',' order by n) from unnest(entry_editions) with ordinality as x (e, n)), '')
    || '],"kind":"' || entry_kind
    || '","payload_hash":"' || entry_payload_hash
    || '","prev_hash":"' || head.hash
    || '","revision":' || coalesce('"' || entry_revision || '"', 'null')
    || ',"seq":' || entry_seq
    || ',"story":' || coalesce('"' || entry_story || '"', 'null')
    || '}', 'UTF8')), 'hex');
  insert into publication_log (seq, at, kind, story, revision, editions, payload, payload_hash, prev_hash, hash, actor, actor_salt)
  values (entry_seq, entry_at, entry_kind, entry_story, entry_revision, entry_editions, entry_payload,
          entry_payload_hash, head.hash, entry_hash, entry_actor, entry_actor_salt);
  update log_head set seq = entry_seq, hash = entry_hash;
  perform pg_notify('publication_log', entry_seq::text);
  return entry_seq;
end $function$
;

CREATE OR REPLACE FUNCTION public.log_only_grows()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'the publication log only grows: entry % stays as it is', old.seq
    using errcode = 'restrict_violation';
end $function$
;

CREATE OR REPLACE FUNCTION public.revision_is_immutable()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE' and new.erased is not null and old.erased is null and new.copy is null
     and (new.id, new.story, new.number, new.kind, new.content_hash, new.made, new.actor)
         is not distinct from (old.id, old.story, old.number, old.kind, old.content_hash, old.made, old.actor)
  then
    return new;
  end if;
  raise exception 'revision % is immutable: make a new one', old.id using errcode = 'restrict_violation';
end $function$
;

CREATE OR REPLACE FUNCTION public.set_limit(real)
 RETURNS real
 LANGUAGE c
 STRICT
AS '$libdir/pg_trgm', $function$set_limit$function$
;

CREATE OR REPLACE FUNCTION public.show_limit()
 RETURNS real
 LANGUAGE c
 STABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$show_limit$function$
;

CREATE OR REPLACE FUNCTION public.show_trgm(text)
 RETURNS text[]
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$show_trgm$function$
;

CREATE OR REPLACE FUNCTION public.similarity(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$similarity$function$
;

CREATE OR REPLACE FUNCTION public.similarity_dist(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$similarity_dist$function$
;

CREATE OR REPLACE FUNCTION public.similarity_op(text, text)
 RETURNS boolean
 LANGUAGE c
 STABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$similarity_op$function$
;

CREATE OR REPLACE FUNCTION public.strict_word_similarity(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$strict_word_similarity$function$
;

CREATE OR REPLACE FUNCTION public.strict_word_similarity_commutator_op(text, text)
 RETURNS boolean
 LANGUAGE c
 STABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$strict_word_similarity_commutator_op$function$
;

CREATE OR REPLACE FUNCTION public.strict_word_similarity_dist_commutator_op(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$strict_word_similarity_dist_commutator_op$function$
;

CREATE OR REPLACE FUNCTION public.strict_word_similarity_dist_op(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$strict_word_similarity_dist_op$function$
;

CREATE OR REPLACE FUNCTION public.strict_word_similarity_op(text, text)
 RETURNS boolean
 LANGUAGE c
 STABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$strict_word_similarity_op$function$
;

CREATE OR REPLACE FUNCTION public.word_similarity(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$word_similarity$function$
;

CREATE OR REPLACE FUNCTION public.word_similarity_commutator_op(text, text)
 RETURNS boolean
 LANGUAGE c
 STABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$word_similarity_commutator_op$function$
;

CREATE OR REPLACE FUNCTION public.word_similarity_dist_commutator_op(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$word_similarity_dist_commutator_op$function$
;

CREATE OR REPLACE FUNCTION public.word_similarity_dist_op(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$word_similarity_dist_op$function$
;

CREATE OR REPLACE FUNCTION public.word_similarity_op(text, text)
 RETURNS boolean
 LANGUAGE c
 STABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$word_similarity_op$function$
;

-- triggers

CREATE TRIGGER draft_only_grows BEFORE DELETE OR UPDATE ON public.draft_update FOR EACH ROW EXECUTE FUNCTION draft_only_grows();

CREATE TRIGGER log_only_grows BEFORE DELETE OR UPDATE ON public.publication_log FOR EACH ROW EXECUTE FUNCTION log_only_grows();

CREATE TRIGGER revision_is_immutable BEFORE DELETE OR UPDATE ON public.revision FOR EACH ROW EXECUTE FUNCTION revision_is_immutable();

CREATE TRIGGER wire_near_marks AFTER DELETE ON public.wire_near REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION drop_marks();
