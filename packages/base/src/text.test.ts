import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { addressPart, fold, squeeze, wordCount } from './base.ts';

describe('addressPart', () => {
  it('makes words of an address from a headline in any script', () => {
    const parts: readonly (readonly [string, string])[] = [
      ['Putin: “I didn’t say it”', 'putin-i-didnt-say-it'],
      ['Żółw & Ærø – straße', 'zolw-aero-strasse'],
      ['İstanbul ıslık', 'istanbul-islik'],
      ['人民日报 2011年', '人民日报-2011年'],
      ['が行く', 'が行く'],
      ['한국어 신문', '한국어-신문'],
      ['हिन्दी में समाचार', 'हिन्दी-में-समाचार'],
      ['أخبار اليوم', 'اخبار-اليوم'],
      ['Новости дня', 'новости-дня'],
      ['…!', ''],
      ['', ''],
    ];
    for (const [text, part] of parts) assert.equal(addressPart(text), part.normalize('NFC'));
  });

  it('is cut at a word, and inside one only where the first is too long', () => {
    assert.equal(addressPart('one two three', 8), 'one-two');
    assert.equal(addressPart('incomprehensible', 5), 'incom');
    assert.equal(addressPart('𝒳'.repeat(3).normalize('NFKD'), 2), 'xx');
    assert.equal(addressPart('𐐷𐐷', 3), '𐐷');
  });

  it('holds nothing but letters, digits and single hyphens, and makes itself again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const part = addressPart(text);
        assert.match(part, /^(?:[\p{L}\p{N}\p{M}]+(?:-[\p{L}\p{N}\p{M}]+)*)?$/u);
        assert.ok(part.length <= 80 && part.isWellFormed());
      }),
    );
  });
});

describe('fold', () => {
  it('makes texts alike that differ in case and accents alone', () => {
    assert.equal(fold('Élysée'), fold('ELYSÉE'.normalize('NFD')));
    assert.equal(fold('Ｎｅｗｓ'), 'news');
  });

  it('leaves the vowels of scripts that write them as marks', () => {
    assert.notEqual(fold('की'), fold('का'));
    assert.notEqual(fold('か'), fold('が'));
  });
});

describe('squeeze', () => {
  it('makes one space of every run of blanks and none at the ends', () => {
    assert.equal(squeeze(' a\u00a0\n\t b '), 'a b');
  });
});

describe('wordCount', () => {
  it('counts words between blanks, and not marks alone', () => {
    assert.equal(wordCount('Two words – or four'), 4);
    assert.equal(wordCount("He didn't, well-known"), 3);
    assert.equal(wordCount(' \n'), 0);
  });

  it('counts characters in scripts without spaces', () => {
    assert.equal(wordCount('人民日报 and コーヒー'), 9);
  });
});
