import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { test } from 'node:test';
import { unzipSync } from 'fflate';
import { writeEpub } from './epub.ts';
import { packContainer } from './epub-container.ts';
import { epubSample } from './epub-testing.ts';

function placeOf(program: string): string | undefined {
  const places = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, program));
  return places.find((place) => {
    try {
      accessSync(place, constants.X_OK);
      return true;
    } catch {
      // Not there, or not ours to run: the next folder may have it.
      return false;
    }
  });
}

const EPUBCHECK = placeOf('epubcheck');
const skip =
  EPUBCHECK && placeOf('java')
    ? false
    : 'no epubcheck: sudo apt-get install -y epubcheck default-jre-headless';

/** What EPUBCheck finds in a file. Debian's program is a JAR, which not every system runs by its name. */
async function found(file: string): Promise<readonly string[]> {
  const program = EPUBCHECK ?? 'epubcheck';
  const isJar = (await readFile(program)).subarray(0, 2).toString() === 'PK';
  // Most of its time is its own start: compilers that take less of it halve that.
  const java = ['java', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-jar', program] as const;
  const [command, ...first] = isJar ? java : ([program] as const);
  const said = await new Promise<string>((resolve) => {
    execFile(command, [...first, file, '--failonwarnings', '--locale', 'en'], (_, stdout, stderr) => {
      resolve(stdout + stderr);
    });
  });
  assert.match(said, /EPUBCheck completed/, said);
  return said.split('\n').filter((line) => /^(?:FATAL|ERROR|WARNING)\(/.test(line));
}

/** One of the renditions of a file that holds several: EPUBCheck starts once for all. */
interface Rendition {
  readonly name: string;
  readonly language: string;
  readonly files: Readonly<Record<string, Uint8Array>>;
}

async function renditionOf(name: string, language: Parameters<typeof epubSample>[0]): Promise<Rendition> {
  const { issue, parts } = await epubSample(language);
  return { name, language: issue.language, files: unzipSync(writeEpub(issue, parts)) };
}

/** A file of several renditions (EPUB Multiple-Rendition Publications 1.1). */
function together(renditions: readonly Rendition[]): Uint8Array {
  const packed = new Map<string, string | Uint8Array>();
  for (const { name, files } of renditions)
    for (const [path, bytes] of Object.entries(files))
      if (path.startsWith('EPUB/')) packed.set(path.replace('EPUB', name), bytes);
  const roots = renditions.map(
    ({ name, language }) =>
      `<rootfile full-path="${name}/package.opf" media-type="application/oebps-package+xml" r:language="${language}"/>`,
  );
  packed.set(
    'META-INF/container.xml',
    `<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"
 xmlns:r="http://www.idpf.org/2013/rendition"><rootfiles>${roots.join('')}</rootfiles></container>`,
  );
  packed.set(
    'META-INF/metadata.xml',
    `<metadata xmlns="http://www.idpf.org/2013/metadata" unique-identifier="all"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="all">urn:example:all</dc:identifier>
<meta property="dcterms:modified">2011-04-23T04:30:00Z</meta></metadata>`,
  );
  return packContainer(packed);
}

test('EPUBCheck finds the picture that is missing in one issue, and nothing in English, Arabic and Chinese', {
  skip,
}, async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'courant-epub-'));
  t.after(() => rm(folder, { recursive: true }));
  const last = await renditionOf('planted', 'english');
  const { 'EPUB/picture-1.jpg': picture, ...files } = last.files;
  assert.ok(picture);
  const whole = (['english', 'arabic', 'chinese'] as const).map((name) => renditionOf(name, name));
  const file = join(folder, 'issues.epub');
  await writeFile(file, together([...(await Promise.all(whole)), { ...last, files }]));
  const faults = await found(file);
  assert.ok(faults.length > 0, 'the planted fault is found');
  assert.deepEqual(
    faults.filter((fault) => !/planted\/.*picture-1\.jpg/.test(fault)),
    [],
  );
});
