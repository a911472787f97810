/** What a crawler fetches pages for: to train models, for an index that a model answers from, or for one person. */
export type CrawlPurpose = 'train' | 'search' | 'user';

/** A crawler by the name it answers to in robots.txt. */
export interface Crawler {
  readonly agent: string;
  readonly operator: string;
  readonly purpose: CrawlPurpose;
}

/**
 * Crawlers that say what they crawl for, by their operators' own pages (seen in 2026). One that serves several ends
 * stands by the one that takes most. Search engines of everybody (Googlebot, Bingbot, Applebot) are not here: whoever
 * bars them is not found.
 */
export const AI_CRAWLERS: readonly Crawler[] = [
  { agent: 'GPTBot', operator: 'OpenAI', purpose: 'train' },
  { agent: 'OAI-SearchBot', operator: 'OpenAI', purpose: 'search' },
  { agent: 'ChatGPT-User', operator: 'OpenAI', purpose: 'user' },
  { agent: 'ClaudeBot', operator: 'Anthropic', purpose: 'train' },
  { agent: 'Claude-SearchBot', operator: 'Anthropic', purpose: 'search' },
  { agent: 'Claude-User', operator: 'Anthropic', purpose: 'user' },
  { agent: 'Google-Extended', operator: 'Google', purpose: 'train' },
  { agent: 'Applebot-Extended', operator: 'Apple', purpose: 'train' },
  { agent: 'CCBot', operator: 'Common Crawl', purpose: 'train' },
  { agent: 'meta-externalagent', operator: 'Meta', purpose: 'train' },
  { agent: 'meta-webindexer', operator: 'Meta', purpose: 'search' },
  { agent: 'meta-externalfetcher', operator: 'Meta', purpose: 'user' },
  { agent: 'Amazonbot', operator: 'Amazon', purpose: 'train' },
  { agent: 'Amzn-SearchBot', operator: 'Amazon', purpose: 'search' },
  { agent: 'Amzn-User', operator: 'Amazon', purpose: 'user' },
  { agent: 'PerplexityBot', operator: 'Perplexity', purpose: 'search' },
  { agent: 'Perplexity-User', operator: 'Perplexity', purpose: 'user' },
  { agent: 'DuckAssistBot', operator: 'DuckDuckGo', purpose: 'search' },
  { agent: 'MistralAI-User', operator: 'Mistral', purpose: 'user' },
  { agent: 'Bytespider', operator: 'ByteDance', purpose: 'train' },
  { agent: 'PanguBot', operator: 'Huawei', purpose: 'train' },
  { agent: 'cohere-training-data-crawler', operator: 'Cohere', purpose: 'train' },
  { agent: 'AI2Bot', operator: 'Allen Institute for AI', purpose: 'train' },
  { agent: 'Diffbot', operator: 'Diffbot', purpose: 'train' },
  { agent: 'Webzio-Extended', operator: 'Webz.io', purpose: 'train' },
];
