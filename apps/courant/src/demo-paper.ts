import { readdir, readFile } from 'node:fs/promises';
import { z } from 'zod';

const Pack = z.strictObject({
  urlSlug: z.string(),
  title: z.string(),
  teaser: z.string().exactOptional(),
  language: z.string().default('en'),
  palette: z.string().exactOptional(),
  /** Key of a picture. */
  picture: z.string().exactOptional(),
  /** An ISO 8601 duration after now, as `P30D`. */
  closes: z.string().exactOptional(),
  editions: z.array(z.string()),
  stories: z.array(z.string()),
});

const Policy = z.strictObject({
  terms: z.string().exactOptional(),
  securityContact: z.string().exactOptional(),
  securityPolicy: z.string().exactOptional(),
  trust: z
    .array(
      z.strictObject({
        tie: z.enum([
          ...[
            'member',
            'belongto',
            'control',
            'controlledby',
            'social',
            'vendor',
            'customer',
            'disclosure',
            'contact',
          ],
        ] as const),
        to: z.string(),
      }),
    )
    .default([]),
});

const Paper = z.strictObject({
  publication: z.strictObject({
    name: z.string(),
    tagline: z.string(),
    disclosure: z.string(),
    contact: z.string(),
    policy: Policy.exactOptional(),
  }),
  editions: z.array(
    z.strictObject({
      key: z.string(),
      name: z.string(),
      locale: z.string(),
      timeZone: z.string(),
      dateStyle: z.enum(['long', 'iso']),
      isDefault: z.boolean(),
      shareServices: z.array(z.string()),
      title: z.string().exactOptional(),
      tagline: z.string().exactOptional(),
      disclosure: z.string().exactOptional(),
      sections: z.array(z.string()).exactOptional(),
    }),
  ),
  sections: z.array(
    z.strictObject({
      path: z.string(),
      name: z.string(),
      names: z.record(z.string(), z.string()).exactOptional(),
    }),
  ),
  specials: z.array(Pack),
  hotTopics: z.array(Pack),
  series: z.array(Pack),
  /** How often stories were opened in the hours before now, by slug: the demo's readers are invented too. */
  reads: z.record(z.string(), z.number().int().positive()),
});

const Authors = z.array(
  z.strictObject({
    urlSlug: z.string(),
    name: z.string(),
    language: z.string(),
    role: z.string().exactOptional(),
    bio: z.string().exactOptional(),
    /** Key of a picture. */
    portrait: z.string().exactOptional(),
    fediverse: z.string().exactOptional(),
  }),
);

const Pictures = z.record(
  z.string(),
  z.strictObject({
    file: z.string(),
    alt: z.string(),
    caption: z.string().exactOptional(),
    credit: z.string().exactOptional(),
    words: z
      .record(
        z.string(),
        z.strictObject({
          alt: z.string().exactOptional(),
          caption: z.string().exactOptional(),
          credit: z.string().exactOptional(),
        }),
      )
      .exactOptional(),
    focus: z.strictObject({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) }),
  }),
);

/** The demo paper as `demo/paper.json` founds it. */
export type DemoPaper = z.infer<typeof Paper>;

/** The demo's pictures by the key that stories name them by. */
export type DemoPictures = z.infer<typeof Pictures>;

/** The demo's authors, in their order. */
export type DemoAuthors = z.infer<typeof Authors>;

/** Reads the demo's authors: those of every file `authors*.json`. Throws where one is not as it should be. */
export async function readDemoAuthors(folder: string): Promise<DemoAuthors> {
  const names = (await readdir(folder)).filter((name) => /^authors.*\.json$/.test(name)).toSorted();
  const files = names.map(async (name) =>
    Authors.parse(JSON.parse(await readFile(`${folder}${name}`, 'utf8'))),
  );
  return (await Promise.all(files)).flat();
}

/** Reads the demo paper of a folder. Throws where it is not as it should be. */
export async function readDemoPaper(folder: string): Promise<DemoPaper> {
  return Paper.parse(JSON.parse(await readFile(`${folder}paper.json`, 'utf8')));
}

/** Reads the demo's catalogue of pictures. Throws where it is not as it should be. */
export async function readDemoPictures(folder: string): Promise<DemoPictures> {
  return Pictures.parse(JSON.parse(await readFile(`${folder}pictures.json`, 'utf8')));
}
