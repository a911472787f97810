import type { FeedPicture } from './feed.ts';
import { plainText } from './feed-text.ts';
import { webAddress } from './web-address.ts';
import type { Xml } from './xml.ts';
import { elementWith } from './xml.ts';

/** A picture as `media:content` (Media RSS 1.5.1), with what it shows and who made it; none without an address. */
export function mediaElement(picture: FeedPicture | undefined): Xml | undefined {
  const url = picture && webAddress(picture.url);
  if (!picture || url === undefined) return undefined;
  const { mediaType, width, height, length, alt, credit } = picture;
  const shows = plainText(alt);
  const by = plainText(credit ?? '');
  return elementWith(
    'media:content',
    {
      url,
      type: mediaType,
      medium: 'image',
      width: counted(width),
      height: counted(height),
      fileSize: counted(length),
    },
    shows ? elementWith('media:description', { type: 'plain' }, shows) : undefined,
    by ? elementWith('media:credit', { role: 'photographer', scheme: 'urn:ebu' }, by) : undefined,
  );
}

/** A count that says something; nought means that nobody measured. */
export function counted(count: number | undefined): number | undefined {
  return count !== undefined && Number.isSafeInteger(count) && count > 0 ? count : undefined;
}
