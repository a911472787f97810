import assert from 'node:assert/strict';
import type { Database } from '@courant/store';
import type { PoolClient } from 'pg';

/** A statement as it was sent. */
interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** A node of a plan, as EXPLAIN prints it in JSON. */
interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Index Cond'?: string;
  readonly Filter?: string;
  readonly Plans?: readonly PlanNode[];
}

/** The statements that work sends to a database, each once. */
export async function statementsOf(
  database: Database,
  work: () => Promise<unknown>,
): Promise<readonly Statement[]> {
  const sent = new Map<string, Statement>();
  const connected = (client: PoolClient) => {
    const query = client.query.bind(client) as (...words: unknown[]) => unknown;
    const heard = (text: unknown, values: unknown, ...rest: unknown[]) => {
      if (typeof text === 'string' && /^\s*(?:select|with|insert|update|delete)/i.test(text))
        sent.set(text, { text, values: Array.isArray(values) ? values : [] });
      return query(text, values, ...rest);
    };
    Object.assign(client, { query: heard });
    client.once('end', () => undefined);
    restore.push(() => Object.assign(client, { query }));
  };
  const restore: (() => void)[] = [];
  database.pool.on('acquire', connected);
  try {
    await work();
  } finally {
    database.pool.off('acquire', connected);
    for (const undo of restore.toReversed()) undo();
  }
  return [...sent.values()];
}

/**
 * Asserts that a statement takes as long at a million rows as at a thousand: no table of copy is read from end to end,
 * nothing is skipped by OFFSET, and nothing is counted but what a LIMIT ends.
 */
export async function assertBounded(
  database: Database,
  { text, values }: Statement,
  large: readonly string[],
): Promise<void> {
  assert.doesNotMatch(text, /\boffset\b/i, `it skips rows: ${text}`);
  assert.doesNotMatch(text, /count\(\*\)(?![^()]*from \(\s*select)/i, `it counts without an end: ${text}`);
  const { rows } = await database.pool.query(`explain (format json) ${text}`, [...values]);
  const [{ Plan: plan }] = rows[0]['QUERY PLAN'] as [{ Plan: PlanNode }];
  const wrong = nodesOf(plan).filter((node) => isWhole(node, large));
  assert.deepEqual(wrong, [], text);
}

function nodesOf(node: PlanNode): readonly PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}

function isWhole(node: PlanNode, large: readonly string[]): boolean {
  const table = node['Relation Name'];
  if (table === undefined || !large.includes(table)) return false;
  if (node['Node Type'] === 'Seq Scan') return true;
  // An index that is walked for its order alone, and a condition that few rows fulfil.
  return /^Index/.test(node['Node Type']) && node['Index Cond'] === undefined && node.Filter !== undefined;
}
