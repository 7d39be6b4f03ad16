// "Thai hotels", "German customers": the word for what comes from a country.
import { createRequire } from 'node:module';
import type { Countries } from 'world-countries';
import { fold } from '../../../lib/text.ts';

// Its ES module imports JSON without the attribute that Node asks for.
const countries = createRequire(import.meta.url)('world-countries') as Countries;

const byWord = new Map<string, string | null>();
for (const { cca2, demonyms } of countries) {
  const word = fold(demonyms?.eng?.m ?? '');
  // A word that two countries share means neither.
  if (word) byWord.set(word, byWord.has(word) ? null : cca2);
}
for (const [word, code] of Object.entries({
  chinese: 'CN',
  korean: 'KR',
  american: 'US',
  british: 'GB',
  indian: 'IN',
  emirati: 'AE',
  irish: 'IE',
  dutch: 'NL',
  french: 'FR',
  spanish: 'ES',
  portuguese: 'PT',
  danish: 'DK',
  norwegian: 'NO',
  australian: 'AU',
  filipino: 'PH',
  philippine: 'PH',
  macanese: 'MO',
  greek: 'GR',
  brit: 'GB',
  brits: 'GB',
  aussie: 'AU',
  aussies: 'AU',
  kiwi: 'NZ',
  kiwis: 'NZ',
  yank: 'US',
  yanks: 'US',
}))
  byWord.set(word, code);

/** ISO code of the one country that a demonym belongs to. */
export const demonymCountry = (word: string): string | null => byWord.get(word) ?? null;
