/** A service that takes a link; `template` holds `{url}` and `{title}`, which are percent-encoded. */
export interface ShareService {
  readonly name: string;
  readonly template: string;
}

/** A service that a share bar once led to and that takes no links now. */
export interface RetiredService {
  readonly name: string;
  /** What became of it, as a sentence. */
  readonly fate: string;
  /** Key of the service in whose place it stood. */
  readonly successor: string;
}

/** The services an edition may list, by the key its settings name them by (state of November 2026). */
export const SHARE_SERVICES: Readonly<Record<string, ShareService>> = {
  x: { name: 'X', template: 'https://x.com/intent/post?text={title}&url={url}' },
  facebook: { name: 'Facebook', template: 'https://www.facebook.com/sharer/sharer.php?u={url}' },
  linkedin: { name: 'LinkedIn', template: 'https://www.linkedin.com/sharing/share-offsite/?url={url}' },
  whatsapp: { name: 'WhatsApp', template: 'https://wa.me/?text={title}%20{url}' },
  telegram: { name: 'Telegram', template: 'https://t.me/share/url?url={url}&text={title}' },
  bluesky: { name: 'Bluesky', template: 'https://bsky.app/intent/compose?text={title}%20{url}' },
  mastodon: { name: 'Mastodon', template: 'https://share.joinmastodon.org/?text={title}%20{url}' },
  threads: { name: 'Threads', template: 'https://www.threads.com/intent/post?text={title}&url={url}' },
  reddit: { name: 'Reddit', template: 'https://www.reddit.com/submit?url={url}&title={title}' },
  email: { name: 'E-mail', template: 'mailto:?subject={title}&body={url}' },
  weibo: { name: 'Weibo', template: 'https://service.weibo.com/share/share.php?url={url}&title={title}' },
  line: { name: 'LINE', template: 'https://social-plugins.line.me/lineit/share?url={url}' },
  vk: { name: 'VK', template: 'https://vk.com/share.php?url={url}' },
};

/** What stood in share bars of 2011 and stands there no longer, by key. */
export const RETIRED_SERVICES: Readonly<Record<string, RetiredService>> = {
  twitter: { name: 'Twitter', fate: 'Renamed X in 2023.', successor: 'x' },
  myspace: { name: 'Myspace', fate: 'No longer a place where links are shared.', successor: 'facebook' },
  yahoo: { name: 'Yahoo!', fate: 'Buzz and Bookmarks closed in 2011.', successor: 'email' },
  mixx: { name: 'Mixx', fate: 'Closed in 2011.', successor: 'reddit' },
};
