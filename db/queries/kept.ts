import type { SQL } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import type { QueryResult } from 'pg';
import { sha256 } from '../../lib/crypto.ts';
import type { Tx } from '../client.ts';

const dialect = new PgDialect();

/**
 * Runs a long statement that is asked again and again as one that its connection keeps, so that it is read and planned
 * once in a while (`db/sealing/sealed-client.ts`) instead of for every batch. What differs from time to time has to be in
 * its parameters.
 */
export function executeKept<Row extends Record<string, unknown>>(
  tx: Tx,
  statement: SQL,
): Promise<QueryResult<Row>> {
  const query = dialect.sqlToQuery(statement);
  const name = `kept ${sha256(query.sql).slice(0, 16)}`;
  return tx._.session.prepareQuery(query, undefined, name, false).execute() as Promise<QueryResult<Row>>;
}
