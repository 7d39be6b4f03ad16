import type { ConversationRow } from '../../../core/replies/desk/list-conversations.ts';
import { t } from '../words/t.ts';

type Writer = Pick<ConversationRow, 'contact' | 'channel' | 'identifier'>;

const isStranger = ({ channel, identifier }: Writer) =>
  channel === 'widget' && identifier.startsWith('visitor:');

/** Who writes: their name, else their address; a stranger on the web site has neither, only an id to tell them apart. */
export const whoWords = (row: Writer): string =>
  row.contact ?? (isStranger(row) ? t('Visitor {mark}', { mark: row.identifier.slice(-4) }) : row.identifier);

/** The address they write from, where it tells anything. */
export const addressWords = (row: Writer): string | null => (isStranger(row) ? null : row.identifier);
