-- What a picture shows, told to readers of other languages: {"ar": {"alt": "…", "caption": "…", "credit": "…"}}.
alter table picture add column words jsonb not null default '{}';
