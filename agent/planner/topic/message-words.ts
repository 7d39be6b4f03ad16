// Words that a message is called by.
import type { Reader } from '../reader.ts';
import type { Token } from '../tokens.ts';

export const MESSAGES = new Set(
  'campaign announcement message survey news newsletter topic notice notification renewal renewals mail email note update maintenance subject invitation'.split(
    ' ',
  ),
);

export const MESSAGE_NOUNS = new Set([
  'announcement',
  'news',
  'notice',
  'message',
  'notification',
  'update',
  'note',
  'invitation',
  'invite',
]);

export const isMessageWord = ({ input }: Reader, word: string): boolean =>
  MESSAGES.has(word) ||
  input.vocabulary.types.some(({ words }) => (words.en ?? []).some((phrase) => phrase === word));

/** "to all gyms by email that have a pool": a way of sending, and no message of which something is said. */
export const isWayOfSending = (tokens: readonly Token[], at: number): boolean =>
  ['email', 'mail', 'line'].includes(tokens[at]?.stem ?? '') &&
  ['by', 'via', 'per', 'over', 'through', 'as'].includes(tokens[at - 1]?.word ?? '');
