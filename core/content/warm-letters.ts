// What the first letter in a language would read while its reader, and everybody else, waits.
import { setImmediate } from 'node:timers/promises';
import { LETTER_LANGUAGES } from '../campaigns/draft.ts';
import { letterSource } from './letters.ts';
import { withoutTags } from './liquid.ts';
import { claimsIn } from './verify/claims.ts';
import { readDates } from './verify/date-claims.ts';
import { paragraphsOf } from './verify/paragraphs.ts';

const FIRST = { type: 'renewal', family: 'email', tone: 'formal' } as const;

/** Reads the letters of every language, the names of its months and what its fixed words state, a paragraph at a time. */
export async function warmLetters(): Promise<void> {
  for (const language of LETTER_LANGUAGES) {
    const words = withoutTags(letterSource({ ...FIRST, language }));
    await setImmediate();
    readDates('', language);
    await setImmediate();
    for (const { text } of paragraphsOf(words)) {
      claimsIn(text, { language, inWords: true });
      await setImmediate();
    }
  }
}
