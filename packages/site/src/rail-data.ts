import type { Card, IssueTeaser, PackageTeaser } from '@courant/edition';

/** What stands beside every story and front: the rest of the paper. An empty list or absent issue is not drawn. */
export interface RailData {
  readonly specials: readonly PackageTeaser[];
  readonly topics: readonly PackageTeaser[];
  readonly series: readonly PackageTeaser[];
  /** Galleries, newest first. */
  readonly photoFeatures: readonly Card[];
  /** The edition's latest paper. */
  readonly issue?: IssueTeaser;
}
