// Words that a message is called by.
import type { Reader } from '../reader.ts';

export const MESSAGES = new Set(
  'campaign announcement message survey news topic notice notification renewal renewals mail email note update maintenance subject'.split(
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
]);

export const isMessageWord = ({ input }: Reader, word: string): boolean =>
  MESSAGES.has(word) ||
  input.vocabulary.types.some(({ words }) => (words.en ?? []).some((phrase) => phrase === word));
