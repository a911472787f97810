/** The text of robots.txt (RFC 9309): all may read what readers read, and nobody crawls the API. */
export function robotsText(): string {
  return ['User-agent: *', 'Disallow: /api/', 'Allow: /', ''].join('\n');
}
