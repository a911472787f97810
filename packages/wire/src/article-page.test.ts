import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { instant } from '@courant/base';
import { plainText } from '@courant/story';
import iconv from 'iconv-lite';
import { hasCrowdedTag } from './article-page-tags.ts';
import { parsePage } from './article-page-tree.ts';
import { readPayload } from './read.ts';
import type { Reading, WireItem } from './wire-item.ts';

const OPTIONS = { received: instant(new Date('2026-11-30T00:00:00Z')) };
const XSS = fileURLToPath(new URL('../../../../shared/data/security-xss', import.meta.url));

const PROSE =
  'The ferry left at six in the morning, as it has for seventy years, and nobody was late for it.';

const page = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head><title>A night on the ferry | Post</title>${head}</head><body>${body}</body></html>`;

function read(content: string | Uint8Array): Reading {
  return readPayload(typeof content === 'string' ? new TextEncoder().encode(content) : content, OPTIONS);
}

function only(content: string | Uint8Array): WireItem {
  const reading = read(content);
  assert.ok(reading.ok, reading.ok ? '' : reading.say);
  return reading.items[0] ?? assert.fail('no item');
}

const textOf = (item: WireItem) => (item.body ? plainText(item.body) : '');

test('menus, comments, teasers and labels around a story stay out of it', () => {
  const item = only(
    page(`<ul class="menu"><li><a href="/">Front</a></li></ul><article><h1>A night on the ferry</h1>
      <p>${PROSE}</p><p>${PROSE.replace('six', 'seven')}</p><h3>Related</h3><ul><li><a href="/b">A bridge</a></li></ul></article>
      <div id="comments"><p>${PROSE.replace('ferry', 'comment')}</p></div>`),
  );
  assert.equal(textOf(item).replace(/\s+/g, ' '), `${PROSE} ${PROSE.replace('six', 'seven')}`);
});

test('a story that only linked data holds is read from there', () => {
  const words = `${PROSE}\n\n${PROSE.replace('six', 'seven')} It was &quot;late&quot;.`;
  const data = JSON.stringify({
    '@type': 'NewsArticle',
    headline: 'A night on the ferry',
    articleBody: words,
  });
  const item = only(page('<div id="app"></div>', `<script type="application/ld+json">${data}</script>`));
  assert.equal(item.body?.content.length, 2);
  assert.match(textOf(item), /"late"\.$/);
});

test('the addresses a page has are kept: its own, and those that lead to it', () => {
  const links =
    '<link rel="canonical" href="https://post.example/a"><link rel="shortlink" href="https://post.example/?p=1">';
  const item = only(page(`<p>${PROSE}</p><p>See <a href="/b">more</a>.</p>`, links));
  assert.equal(item.id, 'https://post.example/a');
  assert.equal(item.address, 'https://post.example/a');
  assert.deepEqual(item.formerAddresses, ['https://post.example/?p=1']);
  assert.match(JSON.stringify(item.body), /"href":"https:\/\/post\.example\/b"/);
});

test('a page keeps its id while headline and day stay, where it names no address', () => {
  const dated = (hour: string) =>
    page(`<time datetime="2025-03-03T${hour}:00Z">3 March</time><p>${PROSE}</p>`);
  assert.equal(only(dated('08')).id, only(dated('11')).id);
});

test('pages in other charsets are read by what they declare, under old names too', () => {
  const cases = [
    ['x-cp1251', 'win1251', 'Паром ушёл в шесть утра, как уходит семьдесят лет, и никто не опоздал.'],
    ['gb2312', 'gbk', '渡轮早上六点开出，七十年来天天如此，没有人迟到，也没有人抱怨过一句。'],
    [
      'shift_jis',
      'shift_jis',
      'フェリーは七十年来と同じく朝六時に出て、誰も遅れなかったし、誰も文句を言わなかった。',
    ],
  ] as const;
  for (const [declared, charset, words] of cases) {
    const html = page(`<article><p>${words}</p></article>`, `<meta charset="${declared}">`);
    assert.equal(textOf(only(iconv.encode(html, charset))), words, declared);
  }
});

test('a front, a list and a page of scripts are refused in a line', () => {
  const links = Array.from(
    { length: 40 },
    (_, at) => `<li><a href="/${at}">A headline of another story</a></li>`,
  );
  for (const body of [`<ul>${links.join('')}</ul>`, '<div id="root"></div><script>run()</script>']) {
    const reading = read(page(body));
    assert.equal(!reading.ok && reading.why, 'unsupported');
    assert.match(reading.ok ? '' : reading.say, /^unsupported: an HTML page without a story/);
  }
});

test('hostile strings come out as text, in headline and story, and lead nowhere', {
  skip: existsSync(XSS) ? false : 'no ../shared/data/security-xss beside the project',
}, () => {
  const files = readdirSync(XSS, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(?:txt|html?)$/.test(name),
  );
  const strings = files.flatMap((name) => readFileSync(`${XSS}/${name}`, 'utf8').split('\n')).filter(Boolean);
  assert.ok(strings.length > 50, `${strings.length} strings`);
  const most = strings.slice(0, 400);
  for (const string of most) {
    const item = read(page(`<h1>A night ${string}</h1><p>${PROSE} ${string}</p><p>${PROSE}</p>`));
    const said = JSON.stringify(item);
    assert.doesNotMatch(said, /"href":"\s*(?:javascript|data|vbscript):/i, string);
    assert.doesNotMatch(said, /"type":"(?:html|script|iframe)"/, string);
  }
});

test('a page beyond the limits is refused before it costs anything', () => {
  const most = (sign: string, length: number) => sign.repeat(Math.floor(length / sign.length));
  const cases = {
    elements: [most('<a>', 400_000), 'too-large'],
    deep: [page(most('<b>', 4_000)), 'too-deep'],
    lines: [page(most('<p>a</p>', 200_000)), 'too-large'],
    characters: [page(most('a', 4_100_000)), 'too-large'],
    attributes: [page(`<p ${Array.from({ length: 200_000 }, (_, at) => `a${at}`).join(' ')}>`), 'too-large'],
  } as const;
  for (const [name, [html, why]] of Object.entries(cases)) {
    const parsed = parsePage(html);
    assert.equal(parsed.ok ? 'ok' : parsed.why, why, name);
  }
});

test('attributes are counted as browsers cut them, and not in scripts and comments', () => {
  const many = Array.from({ length: 30 }, (_, at) => `a${at}`).join(' ');
  assert.equal(hasCrowdedTag(`<p ${many}>`, 20), true);
  assert.equal(hasCrowdedTag(`<p title="${many}" data-x='${many}'>`, 20), false);
  assert.equal(hasCrowdedTag(`<!-- <p ${many}> --><SCRIPT>if (a<b ${many})</SCRIPT>`, 20), false);
  assert.equal(hasCrowdedTag(`<p title="<p ${many}>">`, 20), false);
  assert.equal(hasCrowdedTag(`text ="<b ${many} "`, 20), true);
});
