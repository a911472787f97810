import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const Pack = z.strictObject({
  urlSlug: z.string(),
  title: z.string(),
  teaser: z.string().optional(),
  editions: z.array(z.string()),
  stories: z.array(z.string()),
});

const Paper = z.strictObject({
  publication: z.strictObject({
    name: z.string(),
    tagline: z.string(),
    disclosure: z.string(),
    contact: z.string(),
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
    }),
  ),
  sections: z.array(z.strictObject({ path: z.string(), name: z.string() })),
  specials: z.array(Pack),
  topics: z.array(Pack),
});

const Pictures = z.record(
  z.string(),
  z.strictObject({
    file: z.string(),
    alt: z.string(),
    caption: z.string().optional(),
    credit: z.string().optional(),
    focus: z.strictObject({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) }),
  }),
);

/** The demo paper as `demo/paper.json` founds it. */
export type DemoPaper = z.infer<typeof Paper>;

/** The demo's pictures by the key that stories name them by. */
export type DemoPictures = z.infer<typeof Pictures>;

/** Reads the demo paper of a folder. Throws where it is not as it should be. */
export async function readDemoPaper(folder: string): Promise<DemoPaper> {
  return Paper.parse(JSON.parse(await readFile(`${folder}paper.json`, 'utf8')));
}

/** Reads the demo's catalogue of pictures. Throws where it is not as it should be. */
export async function readDemoPictures(folder: string): Promise<DemoPictures> {
  return Pictures.parse(JSON.parse(await readFile(`${folder}pictures.json`, 'utf8')));
}
