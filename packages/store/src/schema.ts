import type { Pool } from 'pg';

/** Text of every object of one kind, in order of name. */
const KINDS: readonly { readonly title: string; readonly sql: string }[] = [
  {
    title: 'tables',
    sql: `select 'create table ' || c.relname || E' (\\n' || string_agg(
        '  ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
        || case when a.attidentity = 'a' then ' generated always as identity' else '' end
        || case when a.attgenerated = 's' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
                when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end
        || case when a.attnotnull then ' not null' else '' end, E',\\n' order by a.attnum) || E'\\n);' as text
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
      group by c.relname order by c.relname`,
  },
  {
    title: 'constraints',
    // PostgreSQL 18 lists "not null" here too ('n'); the tables above say it in every version.
    sql: `select 'alter table ' || conrelid::regclass || ' add constraint ' || conname || ' ' || pg_get_constraintdef(oid) || ';' as text
      from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n'
      order by conrelid::regclass::text, conname`,
  },
  {
    title: 'indexes',
    sql: `select pg_get_indexdef(i.indexrelid) || ';' as text from pg_index i
      join pg_class c on c.oid = i.indexrelid
      where c.relnamespace = 'public'::regnamespace
        and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
      order by c.relname`,
  },
  {
    title: 'views',
    sql: `select 'create view ' || viewname || E' as\\n' || definition as text from pg_views
      where schemaname = 'public' order by viewname`,
  },
  {
    title: 'functions',
    sql: `select pg_get_functiondef(oid) || ';' as text from pg_proc
      where pronamespace = 'public'::regnamespace order by proname`,
  },
  {
    title: 'triggers',
    sql: `select pg_get_triggerdef(oid) || ';' as text from pg_trigger where not tgisinternal order by tgname`,
  },
];

/** The schema of a database as SQL, the same for the same migrations: what reviewers read as a difference. */
export async function schemaText(pool: Pool): Promise<string> {
  const parts = ['-- Made by `npm run schema` from the migrations; never edited by hand.'];
  for (const { title, sql } of KINDS) {
    const { rows } = await pool.query<{ text: string }>(sql);
    parts.push(`-- ${title}`, ...rows.map((row) => row.text.trimEnd()));
  }
  return `${parts.join('\n\n')}\n`;
}
