import { type SQLWrapper, sql } from 'drizzle-orm';
import { INTENTS, type Triage } from '../ports.ts';

/** What a reply is shown and counted as. What is likely to be a stop, and waits for somebody to say so, counts apart. */
export const SHOWN_INTENTS = [...INTENTS, 'probable_stop'] as const;
export type ShownIntent = (typeof SHOWN_INTENTS)[number];

export const shownIntent = (
  { intent, probablyStop }: Pick<Triage, 'intent' | 'probablyStop'>,
  isInDoubt: boolean,
): ShownIntent => (isInDoubt && probablyStop ? 'probable_stop' : intent);

/** The same of rows; what code did counts as read before triage has read the reply. */
export const shownIntentOf = (row: Record<'triage' | 'doubt' | 'effects', SQLWrapper>) =>
  sql<ShownIntent | null>`case when ${row.doubt} = 'open' and (${row.triage} ->> 'probablyStop')::boolean
    then 'probable_stop' else coalesce(${row.triage} ->> 'intent', nullif(${row.effects} -> 0 ->> 'kind', 'held')) end`;
