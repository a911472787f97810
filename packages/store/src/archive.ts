import type { Archive, Books } from '@courant/desk';
import { channelsIn } from './channels.ts';
import type { Database, Tx } from './database.ts';
import { draftsIn } from './drafts.ts';
import { issuesIn } from './issues.ts';
import { listingsIn } from './listings.ts';
import { recordIn } from './log.ts';
import { mostReadIn } from './most-read.ts';
import { packagesOn } from './packages.ts';
import { placementsIn } from './placements.ts';
import { revisionsIn } from './revisions.ts';
import { schedulesIn } from './schedules.ts';
import { searchIndexIn } from './search-index.ts';
import { addressesIn, storiesIn } from './stories.ts';
import { suppliersIn } from './suppliers.ts';
import { inboxIn } from './wire-inbox.ts';
import { wireItemsIn } from './wire-items.ts';
import { nearBookIn } from './wire-near.ts';
import { standingBookIn } from './wire-orders.ts';
import { retentionIn } from './wire-retention.ts';
import { wireUsesIn } from './wire-uses.ts';

/** The desk's archive on PostgreSQL: a piece of work is one transaction. */
export function archiveOn(database: Database): Archive {
  return { within: (work) => database.transaction((tx) => work(booksIn(tx))) };
}

/** The desk's archive inside a transaction that is already open: all its pieces of work are kept together, or none. */
export function archiveIn(tx: Tx): Archive {
  return { within: (work) => work(booksIn(tx)) };
}

function booksIn(tx: Tx): Books {
  return {
    stories: storiesIn(tx),
    drafts: draftsIn(tx),
    revisions: revisionsIn(tx),
    placements: placementsIn(tx),
    listings: listingsIn(tx),
    search: searchIndexIn(tx),
    addresses: addressesIn(tx),
    schedules: schedulesIn(tx),
    wire: wireItemsIn(tx),
    near: nearBookIn(tx),
    wireUses: wireUsesIn(tx),
    inbox: inboxIn(tx),
    orders: standingBookIn(tx),
    channels: channelsIn(tx),
    suppliers: suppliersIn(tx),
    retention: retentionIn(tx),
    packages: packagesOn(tx),
    mostRead: mostReadIn(tx),
    issues: issuesIn(tx),
    record: recordIn(tx),
  };
}
