import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { md5 } from './md5.ts';
import { openPhoto } from './photo-file.ts';
import type { JudgedException, JudgedField } from './photo-judge.data.ts';
import { EXCEPTIONS, JUDGED } from './photo-judge.data.ts';
import type { PhotoLayers } from './photo-metadata.ts';
import { photoLayers } from './photo-metadata.ts';
import { xmpLayer } from './xmp-layer.ts';

const DATA = fileURLToPath(new URL('../../../../shared/data', import.meta.url));
const FOLDERS = ['images-press', 'images-meta', 'images-demo'].map((name) => `${DATA}/${name}`);
/** Of all that either says, so much both say alike. */
const AGREED = 0.98;

const run = promisify(execFile);

/** What the judge says of a file, by group and tag. */
type Tags = Readonly<Record<string, unknown>>;

/** Everything the judge says of the folders, in one call; undefined where it is not installed. */
async function judgement(): Promise<readonly Tags[] | undefined> {
  const words = ['-j', '-struct', '-G1', '-n', '-r', '-CurrentIPTCDigest', '-all', ...FOLDERS];
  try {
    const { stdout } = await run('exiftool', words, { maxBuffer: 64 * 1024 * 1024 });
    return JSON.parse(stdout);
  } catch (thrown) {
    // It leaves with 1 where some files are none it reads, and says all the same what it knows of the others.
    if (typeof thrown === 'object' && thrown !== null && 'stdout' in thrown && thrown.stdout !== '') {
      return JSON.parse(String(thrown.stdout));
    }
    return undefined;
  }
}

const isThere = FOLDERS.every((folder) => existsSync(folder));
const judged = isThere ? await judgement() : undefined;
const skip = judged
  ? false
  : isThere
    ? 'exiftool is not installed (libimage-exiftool-perl)'
    : 'no ../shared/data beside the project';

test('what exiftool reads in the layers of real photographs is read in them', { skip }, (t) => {
  const sums = new Map<string, [number, number]>();
  const differences: string[] = [];
  const used = new Set<JudgedException>();
  for (const tags of judged ?? []) {
    const file = basename(String(tags.SourceFile));
    const layers = layersOf(tags);
    for (const one of layers ? JUDGED : []) {
      const theirs = theirValue(tags, one);
      const ours = plain(layers?.[one.layer].words[one.field], one);
      if (theirs === undefined && ours === undefined) continue;
      const { layer, field } = one;
      const exception = EXCEPTIONS.find(
        (known) => (known.file ?? file) === file && known.layer === layer && known.field === field,
      );
      if (theirs !== ours && exception) {
        used.add(exception);
        continue;
      }
      const [same, all] = sums.get(`${layer}.${field}`) ?? [0, 0];
      sums.set(`${layer}.${field}`, [same + (theirs === ours ? 1 : 0), all + 1]);
      if (theirs !== ours) differences.push(`${file} ${layer}.${field}: ${theirs} is read as ${ours}`);
    }
  }
  for (const [field, [same, all]] of [...sums].toSorted()) t.diagnostic(`${field} ${same}/${all}`);
  const [same, all] = [...sums.values()].reduce(([a, b], [c, d]) => [a + c, b + d], [0, 0]);
  t.diagnostic(`${same} of ${all} values agree, ${used.size} exceptions beside them`);
  assert.ok(all > 400, `${all} values were compared`);
  assert.ok(same / all >= AGREED, differences.join('\n'));
  assert.deepEqual(
    EXCEPTIONS.filter((one) => !used.has(one)),
    [],
  );
});

/** Files of XMP alone are judged too: what stands in a picture is nothing else. */
function layersOf({ SourceFile }: Tags): PhotoLayers | undefined {
  const bytes = readFileSync(String(SourceFile));
  const file = openPhoto(bytes);
  if (file) return photoLayers(file);
  if (!String(SourceFile).endsWith('.xmp')) return undefined;
  const none = { words: {}, personal: {}, warnings: [] };
  return { exif: none, iim: none, own: none, xmp: xmpLayer([bytes]) };
}

function theirValue(tags: Tags, one: JudgedField): string | undefined {
  const values = one.tags.map((tag) => valueAt(tags, tag));
  if (one.as !== 'date')
    return plain(
      values.find((value) => value !== undefined),
      one,
    );
  const [day, second, offset] = values;
  if (day === undefined) return undefined;
  const rest =
    one.layer === 'exif' ? `${Number(second) > 0 ? `.${second}` : ''}${offset ?? ''}` : ` ${second ?? ''}`;
  return plain(
    `${day}${rest}`
      .trim()
      .replace(/^(\d{4}):(\d\d):(\d\d)/, '$1-$2-$3')
      .replace(' ', 'T'),
    one,
  );
}

function valueAt(tags: Tags, tag: string): unknown {
  const [name = '', field] = tag.split('.');
  const value = tags[name];
  if (field === undefined) return value;
  const structures = [value ?? []].flat().filter((one) => typeof one === 'object');
  const values = structures.flatMap((one) => new Map(Object.entries(one)).get(field) ?? []);
  return values.length === 0 ? undefined : values;
}

/** Both sides as lists of trimmed lines, in one spelling of line ends. */
function plain(value: unknown, { as }: JudgedField): string | undefined {
  const lines = [value ?? []]
    .flat()
    .map((line) => String(line).replace(/\r\n?/g, '\n').trim())
    .filter((line) => line !== '');
  if (lines.length === 0) return undefined;
  if (as === 'subjects') return JSON.stringify(lines.map((line) => line.split(':')[1] ?? line));
  if (as === 'last-step') return JSON.stringify(lines.map((line) => line.split('/').at(-1)));
  return JSON.stringify(lines);
}

test('size, turn, position, serial numbers and the mark of datasets are those that exiftool reads', {
  skip,
}, (t) => {
  let files = 0;
  for (const tags of judged ?? []) {
    const path = String(tags.SourceFile);
    const file = openPhoto(readFileSync(path));
    if (!file) continue;
    files++;
    const { exif } = photoLayers(file);
    const groups = ['File', 'PNG', 'GIF', 'RIFF', 'Meta', 'IFD0'];
    const group = groups.find((name) => tags[`${name}:ImageWidth`] !== undefined);
    const theirs = group && [tags[`${group}:ImageWidth`], tags[`${group}:ImageHeight`]];
    assert.deepEqual([file.width, file.height], theirs ?? [undefined, undefined], path);
    assert.equal(exif.orientation, tags['IFD0:Orientation'], path);
    assert.equal(
      exif.personal.serials?.body,
      tags['ExifIFD:SerialNumber'] ?? tags['IFD0:CameraSerialNumber'],
      path,
    );
    assert.equal(exif.personal.serials?.lens, tags['ExifIFD:LensSerialNumber'], path);
    const digest = tags['Photoshop:IPTCDigest'];
    if (file.iim[0]) assert.equal(md5(file.iim[0]), tags['File:CurrentIPTCDigest'], path);
    assert.equal(file.digest, /^0*$/.test(String(digest ?? '')) ? undefined : digest, path);
    const { latitude, longitude } = exif.personal.gps ?? {};
    const [north, east] = [tags['Composite:GPSLatitude'], tags['Composite:GPSLongitude']];
    assert.ok(near(latitude, north) && near(longitude, east), `${path}: ${latitude} ${north}`);
  }
  t.diagnostic(`${files} files`);
  assert.ok(files > 80);
});

function near(ours: number | undefined, theirs: unknown): boolean {
  return ours === undefined || theirs === undefined
    ? ours === theirs
    : Math.abs(ours - Number(theirs)) < 1e-6;
}
