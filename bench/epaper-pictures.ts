import type { IssueModel } from '@courant/epaper';
import { pictureCuts } from '@courant/epaper';
import sharp from 'sharp';

/** Pictures of the size that pages ask for: what cutting them takes is the darkroom's time, not the page's. */
export async function picturesOf(model: IssueModel): Promise<ReadonlyMap<string, Uint8Array>> {
  const pictures = new Map<string, Uint8Array>();
  for (const { key, width, height } of pictureCuts(model, 160)) {
    const size = { width: Math.round(width), height: Math.round(height), channels: 3 as const };
    pictures.set(
      key,
      await sharp({ create: { ...size, background: '#89a' } })
        .jpeg()
        .toBuffer(),
    );
  }
  return pictures;
}
