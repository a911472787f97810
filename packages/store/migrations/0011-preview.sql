-- Colours of a picture from its top to its bottom, as hex digits: what is seen in its place until it comes.
alter table picture add column preview text check (preview ~ '^([0-9a-f]{6}){2,8}$');
