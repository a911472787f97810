/** Shortcodes that stand for a post or film elsewhere: its address, where the shortcode only has its number. */
export const EMBEDS: ReadonlyMap<string, string> = new Map([
  ['embed', ''],
  ['youtube', 'https://www.youtube.com/watch?v='],
  ['vimeo', 'https://vimeo.com/'],
  ['dailymotion', 'https://www.dailymotion.com/video/'],
  ['ted', 'https://www.ted.com/talks/'],
  ['wpvideo', 'https://videopress.com/v/'],
  ['videopress', 'https://videopress.com/v/'],
  ['slideshare', 'https://www.slideshare.net/slideshow/embed_code/'],
  ['spotify', ''],
  ['soundcloud', ''],
  ['twitter', ''],
  ['tweet', 'https://twitter.com/i/status/'],
  ['instagram', ''],
  ['facebook', ''],
  ['tiktok', ''],
  ['gist', ''],
  ['googlemaps', ''],
  ['scribd', 'https://www.scribd.com/doc/'],
  ['polldaddy', 'https://polldaddy.com/poll/'],
]);

/** Shortcodes of a sound or a film, whose address is one of their attributes. */
export const PLAYERS: ReadonlySet<string> = new Set(['audio', 'video', 'playlist']);

/** Attributes that hold an address, in the order in which they are believed. */
export const ADDRESSES = [
  ...['src', 'url', 'href', 'link', 'mp3', 'mp4', 'm4a', 'm4v', 'ogg', 'ogv', 'wav', 'webm', 'file'],
] as const;

/** Shortcodes without a mark by which they differ from a word in brackets. */
export const BARE: ReadonlySet<string> = new Set([
  ...['caption', 'wp_caption', 'gallery', 'playlist', 'contact-form', 'contact-form-7', 'toc', 'nextpage'],
  ...['sharethis', 'related_posts', 'subscribe', 'archives', 'sitemap', 'clear', 'divider', 'pullquote'],
]);
