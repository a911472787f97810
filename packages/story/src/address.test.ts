import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { instant } from '@courant/base';
import fc from 'fast-check';
import { addressOf, withSuffix } from './address.ts';
import { anyCopy, copyOf } from './copy-testing.ts';

const midnight = instant(Date.UTC(2011, 3, 23, 23, 30));

describe('addressOf', () => {
  it('has the day of publication in the paper’s zone', () => {
    const days = {
      UTC: '2011/04/23',
      'Europe/Moscow': '2011/04/24',
      'America/New_York': '2011/04/23',
      'Asia/Shanghai': '2011/04/24',
    };
    for (const [zone, day] of Object.entries(days)) {
      assert.equal(addressOf(copyOf(), midnight, zone), `/${day}/premier-speaks-in-gorki`);
    }
  });

  it('has the words of the URL slug, else the headline, else the slug, else story', () => {
    const words = (copy: Parameters<typeof addressOf>[0]) =>
      addressOf(copy, midnight, 'UTC').slice('/2011/04/23/'.length);
    assert.equal(words({ urlSlug: 'Own Words', headline: 'H', slug: 's' }), 'own-words');
    assert.equal(words({ urlSlug: '…', headline: 'Headline!', slug: 's' }), 'headline');
    assert.equal(words({ headline: '!!!', slug: 'the slug' }), 'the-slug');
    assert.equal(words({ headline: '', slug: '' }), 'story');
  });

  it('is one path of four parts for any copy', () => {
    fc.assert(
      fc.property(anyCopy, (copy) => {
        assert.match(addressOf(copy, midnight, 'UTC'), /^\/2011\/04\/23\/[\p{L}\p{N}\p{M}-]+$/u);
        assert.ok(URL.canParse(addressOf(copy, midnight, 'UTC'), 'https://paper.example'));
      }),
    );
  });

  it('gives way to another story with a number', () => {
    assert.equal(withSuffix('/2011/04/23/a', 2), '/2011/04/23/a-2');
  });
});
