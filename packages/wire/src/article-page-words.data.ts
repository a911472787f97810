/**
 * Names that pages give to what is never the story, as words of a class, an id or a role; expressions, each for whole
 * words between hyphens.
 */
export const NEVER_STORY: readonly string[] = [
  ...['cookies?', 'consent', 'gdpr', 'onetrust', 'cmp', 'didomi'],
  ...['disqus', 'outbrain', 'taboola'],
];

/** Names that pages mostly give to what is not the story: believed where little of the page's prose stands there. */
export const SELDOM_STORY: readonly string[] = [
  ...['comments?', 'commentlist', 'respond', 'replies', 'responses?'],
  ...[
    'nav',
    'navbar',
    'navigation',
    'menu',
    'breadcrumbs?',
    'pagination',
    'pager',
    'skip',
    'footer',
    'masthead',
  ],
  ...['newsletters?', 'share', 'sharing', 'sharedaddy', 'social', 'ads?', 'advert\\w*'],
  ...['popups?', 'modal', 'toast', 'tooltip', 'login', 'signup', 'sign-?up', 'sign-?in', 'print-?only'],
  ...['sr-?only', 'visually-?hidden', 'screen-?reader\\w*'],
  ...[
    'sidebar',
    'side-?bar',
    'related\\w*',
    'recirc\\w*',
    'recommend\\w*',
    'promo\\w*',
    'subscri\\w+',
    'share\\w+',
  ],
  ...[
    'social\\w*',
    'adslot',
    'sponsor\\w*',
    'foot',
    'toolbar',
    'tags?',
    'taglist',
    'tag-?list',
    'widgets?',
    'bio',
  ],
  ...[
    'more-?(?:on|from|stories|news|articles|links?)',
    'read-?(?:more|next|also)',
    'see-?also',
    'also-?(?:like|read)',
  ],
  ...['most-?(?:read|popular|viewed)', 'popular', 'trending', 'teasers?', 'author-?(?:bio|box|info|card)'],
  ...['about-?author', 'register', 'survey', 'poll', 'quiz', 'ratings?', 'vote', 'copyright'],
  ...[
    'disclaimer',
    'licen[cs]e',
    'toc',
    'player',
    'video-?js',
    'jwplayer',
    'carousel',
    'slick\\w*',
    'donat\\w+',
  ],
  ...['support-?us', 'banner', 'alert', 'notification', 'navbox', 'mw-editsection', 'noprint', 'catlinks'],
  ...[
    'printfooter',
    'jp-relatedposts',
    'yarpp\\w*',
    'caption',
    'wp-?caption-?text',
    'credits?',
    'figcaption',
  ],
];

/** Names of lines about a story that stand as paragraphs among its own. */
export const ABOUT_STORY: readonly string[] = [
  'caption',
  'credits?',
  'copyright',
  'disclaimer',
  'newsletters?',
  'byline',
];
