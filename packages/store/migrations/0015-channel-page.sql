-- A channel whose hub calls us: the part of the address that nobody guesses, and how the subscription stands.
alter table channel
  add column callback text,
  add column subscription jsonb not null default '{"state": "none"}';
