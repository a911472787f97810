import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Instant } from '@courant/base';
import { readWire } from './read.ts';

const OPTIONS = { received: '2026-11-24T12:00:00.000Z' as Instant, name: '2020-01-01-a.md' };
/** Seconds of the processor for one file: generous, to tell seconds from hours. */
const PATIENCE = 15;

const JEKYLL = '---\ntitle: a\n---\n';
const MEDIUM =
  '<!DOCTYPE html><html><body><article class="h-entry">\n<header>\n<h1 class="p-name">a</h1></header><section data-field="body" class="e-content">';
const wix = (rich: string) => `Title,Slug,Rich Content\na,b,"${rich.replaceAll('"', '""')}"\n`;
const deep = (depth: number) => `${'{"type":"PARAGRAPH","nodes":['.repeat(depth)}${']}'.repeat(depth)}`;

const FILES: Readonly<Record<string, string>> = {
  'brackets in Markdown': JEKYLL + '['.repeat(50_000),
  'links in Markdown': JEKYLL + '[a]('.repeat(20_000),
  'stars in Markdown': JEKYLL + '*a '.repeat(40_000),
  'lines under Markdown': JEKYLL + '_a__'.repeat(30_000),
  'backticks in Markdown': JEKYLL + Array.from({ length: 600 }, (_, i) => '`'.repeat(i)).join(' '),
  'quotes in Markdown': JEKYLL + '>'.repeat(5_000),
  'lists in Markdown': JEKYLL + Array.from({ length: 1_000 }, (_, i) => `${' '.repeat(i)}- a`).join('\n'),
  'a table in Markdown': `${JEKYLL}|${'a|'.repeat(2_000)}\n|${'-|'.repeat(2_000)}\n${'|a'.repeat(100_000)}`,
  'tags in Markdown': JEKYLL + '<a '.repeat(50_000),
  'entities in Markdown': JEKYLL + '&'.repeat(100_000),
  'Liquid without end': JEKYLL + '{%'.repeat(100_000),
  'a head without end': `---\ntitle: a\n${'x'.repeat(5_000_000)}`,
  'a list in a head': `---\ntitle: a\ntags: [${'"a'.repeat(50_000)}\n---\n`,
  'quotes in a table': `post_id,is_published,email\n${'"a'.repeat(200_000)}`,
  'a table of one row': `Title,Slug,Rich Content\n${','.repeat(1_000_000)}`,
  'a table of many rows': `Title,Slug,Rich Content\n${'a,b,c\n'.repeat(30_000)}`,
  'a rich text that is deep': wix(`{"nodes":[${deep(20)}]}`),
  'a rich text that is wide': wix(
    `{"nodes":[${'{"type":"TEXT","textData":{"text":"a"}},'.repeat(60_000)}{}]}`,
  ),
  'a post that is deep': MEDIUM + '<div class="graf--title">'.repeat(20_000),
  'a post of many rules': MEDIUM + '<div class="section-divider"><hr></div>'.repeat(20_000),
  'a body of many parts': `{"uid":"Entry:1","body":{"components":[${'{"__typename":"EntryBodyX"},'.repeat(50_000)}{}]}}`,
  'lines of addresses': 'a@b.example\n'.repeat(300_000),
};

test('exports that are made to be slow or large are answered in bounds, in items or a line', async () => {
  for (const [name, text] of Object.entries(FILES)) {
    const began = process.cpuUsage();
    const reading = await readWire(new TextEncoder().encode(text), OPTIONS);
    const { user, system } = process.cpuUsage(began);
    const took = (user + system) / 1_000_000;
    assert.ok(took < PATIENCE, `${name} took ${took} s`);
    if (!reading.ok) assert.match(reading.say, /^\S[^\n]{8,400}$/, name);
  }
});
