import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instant } from '@courant/base';
import type { Policy } from '@courant/edition';
import { DEFAULT_POLICY } from '@courant/edition';
import fc from 'fast-check';
import { anyText } from './feed-sample-testing.ts';
import { feedTree } from './feed-tree-testing.ts';
import {
  AI_CRAWLERS,
  adsText,
  llmsText,
  robotsText,
  rslLicense,
  securityText,
  tdmRep,
  trustText,
  webManifest,
} from './syndication.ts';

const HOME = 'https://courant.example/';
const ROBOTS = {
  closed: ['/api/'],
  sitemaps: [`${HOME}sitemap.xml`, `${HOME}news.xml`],
  license: `${HOME}license.xml`,
};
const OPEN: Policy = { ...DEFAULT_POLICY, aiTraining: true };
const CLOSED: Policy = { ...DEFAULT_POLICY, aiSearch: false, aiUser: false };

/** Whether a crawler may fetch a path, as RFC 9309 §2.2 has crawlers read the file: its own group, else everybody's. */
function mayFetch(robots: string, agent: string, path: string): boolean {
  const groups: { agents: string[]; rules: (readonly [string, string])[] }[] = [];
  let isNaming = false;
  for (const line of robots.split('\n')) {
    const found = /^([a-z-]+):\s*(.*)$/i.exec(line.replace(/#.*/, '').trim());
    const [, key = '', value = ''] = found ?? [];
    if (/^user-agent$/i.test(key)) {
      if (!isNaming) groups.push({ agents: [], rules: [] });
      groups.at(-1)?.agents.push(value.toLowerCase());
      isNaming = true;
    } else if (/^(?:dis)?allow$/i.test(key)) {
      groups.at(-1)?.rules.push([key.toLowerCase(), value]);
      isNaming = false;
    }
  }
  const group =
    groups.find(({ agents }) => agents.includes(agent.toLowerCase())) ??
    groups.find(({ agents }) => agents.includes('*'));
  const fitting = (group?.rules ?? []).filter(([, start]) => path.startsWith(start));
  const [rule] = fitting.sort((a, b) => b[1].length - a[1].length || (a[0] === 'allow' ? -1 : 1));
  return rule?.[0] !== 'disallow';
}

test('crawlers are shut out by what they come for, and nobody else is', () => {
  for (const policy of [DEFAULT_POLICY, OPEN, CLOSED]) {
    const text = robotsText({ ...ROBOTS, policy });
    const allowed = { train: policy.aiTraining, search: policy.aiSearch, user: policy.aiUser };
    for (const { agent, purpose } of AI_CRAWLERS) {
      assert.equal(mayFetch(text, agent, '/world/a'), allowed[purpose], agent);
    }
    assert.ok(mayFetch(text, 'Googlebot', '/world/a'));
    assert.ok(!mayFetch(text, 'Googlebot', '/api/stories'));
  }
});

test('robots.txt names sitemaps and licence, and what is only a draft where the publisher asks', () => {
  const text = robotsText({ ...ROBOTS, policy: DEFAULT_POLICY });
  assert.ok(text.includes(`\nLicense: ${HOME}license.xml\n`));
  assert.equal(text.match(/^Sitemap: https:/gm)?.length, 2);
  assert.doesNotMatch(text, /Content-/);
  const told = robotsText({
    ...ROBOTS,
    policy: { ...CLOSED, contentSignal: true, contentUsage: 'train-ai=n\nAllow: /api/' },
  });
  assert.ok(told.includes('Content-Signal: search=yes, ai-input=no, ai-train=no'));
  assert.ok(told.includes('Content-Usage: train-ai=n Allow: /api/\n'));
});

test('no crawler is named twice', () => {
  const names = AI_CRAWLERS.map(({ agent }) => agent.toLowerCase());
  assert.equal(new Set(names).size, names.length);
});

test('the licence for machines permits and prohibits what the policy does', () => {
  const uses = (policy: Policy) => {
    const tree = feedTree(rslLicense({ policy, home: HOME, owner: 'Courant & Sons', terms: `${HOME}terms` }));
    assert.ok(tree.ok);
    assert.equal(tree.rootNamespace, 'https://rslstandard.org/rsl');
    const license = tree.root.children[0]?.children[0];
    return license?.children.map(({ name, text }) => [name, text]);
  };
  assert.deepEqual(uses(DEFAULT_POLICY), [
    ['permits', 'search ai-index ai-input'],
    ['prohibits', 'ai-train'],
    ['copyright', 'Courant & Sons'],
    ['terms', `${HOME}terms`],
  ]);
  assert.deepEqual(uses(OPEN)?.slice(0, 2), [
    ['permits', 'search ai-index ai-input ai-train'],
    ['copyright', 'Courant & Sons'],
  ]);
  assert.deepEqual(uses(CLOSED)?.[1], ['prohibits', 'ai-index ai-input ai-train']);
});

test('the right to mine text is reserved unless models may be trained', () => {
  const rule = (policy: Policy) => JSON.parse(tdmRep({ policy, terms: `${HOME}terms` }));
  assert.deepEqual(rule(DEFAULT_POLICY), [
    { location: '/*', 'tdm-reservation': 1, 'tdm-policy': `${HOME}terms` },
  ]);
  assert.deepEqual(rule(OPEN), [{ location: '/*', 'tdm-reservation': 0 }]);
});

test('security.txt has a contact that is an address, or is not there', () => {
  const said = (securityContact?: string) =>
    securityText({
      policy: { ...(securityContact !== undefined && { securityContact }) },
      expires: instant(new Date('2027-06-01T00:00:00Z')),
      canonical: `${HOME}.well-known/security.txt`,
      languages: ['en', 'ar'],
      page: `${HOME}security`,
    });
  assert.equal(
    said('security@courant.example'),
    `Contact: mailto:security@courant.example\nExpires: 2027-06-01T00:00:00Z\nPreferred-Languages: en, ar\nCanonical: ${HOME}.well-known/security.txt\nPolicy: ${HOME}security\n`,
  );
  assert.match(said('https://courant.example/report') ?? '', /^Contact: https:/);
  for (const nobody of [
    undefined,
    '',
    'http://courant.example/report',
    'ask the porter',
    'a@b.example\nContact: x',
  ]) {
    assert.equal(said(nobody), undefined);
  }
});

test('trust.txt says the ties and whether models may be trained', () => {
  const trust = [{ tie: 'belongto', to: 'https://journallist.net/' }] as const;
  assert.equal(
    trustText({ trust, aiTraining: false }),
    'belongto=https://journallist.net/\ndatatrainingallowed=no\n',
  );
  assert.match(trustText({ trust: [], aiTraining: true }), /^datatrainingallowed=yes$/m);
});

test('ads.txt without sellers says that nobody sells', () => {
  const nobody = 'placeholder.example.com, placeholder, DIRECT, placeholder\n';
  assert.equal(adsText({ ads: [] }, 'courant.example'), `${nobody}OWNERDOMAIN=courant.example\n`);
  assert.equal(
    adsText({ ads: ['ads.example, 42, DIRECT', 'OWNERDOMAIN=group.example'] }, 'courant.example'),
    'ads.example, 42, DIRECT\nOWNERDOMAIN=group.example\n',
  );
  assert.ok(adsText({ ads: ['contact=a@b.example'] }, 'courant.example').startsWith(nobody));
});

test('a typed line never becomes two', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const count = (file: string) => file.split(/\r|\n/).length;
      assert.equal(count(trustText({ trust: [{ tie: 'contact', to: text }], aiTraining: false })), 3);
      assert.equal(count(llmsText({ name: text, parts: [] })), 2);
      assert.equal(count(robotsText({ ...ROBOTS, closed: [text], policy: OPEN })), 8);
    }),
  );
});

test('llms.txt is an outline whose names are not taken for marks', () => {
  const text = llmsText({
    name: 'The Courant',
    summary: 'A newspaper.',
    parts: [
      { title: 'Sections', pages: [{ name: 'World [*]', url: `${HOME}world(1)`, note: 'News' }] },
      { title: 'Nothing', pages: [] },
    ],
  });
  assert.equal(
    text,
    `# The Courant\n\n> A newspaper.\n\n## Sections\n\n- [World \\[\\*\\]](${HOME}world%281%29): News\n`,
  );
});

test('the manifest has what browsers ask of something to install', () => {
  const manifest = JSON.parse(
    webManifest({
      id: '/',
      name: 'The Courant',
      shortName: 'Courant',
      start: '/?from=home-screen',
      scope: '/',
      language: 'ar',
      direction: 'rtl',
      themeColor: '#111111',
      backgroundColor: '#ffffff',
      icons: [
        { src: '/icon-192.png', mediaType: 'image/png', size: 192 },
        { src: '/icon.svg', mediaType: 'image/svg+xml', size: 'any', purpose: 'maskable' },
      ],
    }),
  );
  assert.deepEqual([manifest.lang, manifest.dir, manifest.short_name], ['ar', 'rtl', 'Courant']);
  assert.deepEqual(manifest.icons, [
    { src: '/icon-192.png', type: 'image/png', sizes: '192x192' },
    { src: '/icon.svg', type: 'image/svg+xml', sizes: 'any', purpose: 'maskable' },
  ]);
});
