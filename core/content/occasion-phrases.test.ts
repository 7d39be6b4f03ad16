import { describe, expect, it } from 'vitest';
import { SPOKEN_DESK } from '../../test/spoken-desk.ts';
import { errorsOf, writePurely } from '../../test/write-letter.ts';
import { OCCASION_NAMES } from './occasion-names.ts';
import { OCCASION_PHRASES } from './occasion-phrases.ts';

describe.each(['de', 'fr', 'es', 'pt'] as const)('a greeting in %s', (reads) => {
  it('has a phrase for every feast that has a name, with that name in it', () => {
    expect(Object.keys(OCCASION_PHRASES).sort()).toEqual(Object.keys(OCCASION_NAMES).sort());
    for (const [key, names] of Object.entries(OCCASION_NAMES))
      expect(inflected(OCCASION_PHRASES[key]![reads])).toContain(inflected(names[reads]!));
  });

  it('says it within its sentence, and passes every check', () => {
    for (const [key, phrases] of Object.entries(OCCASION_PHRASES)) {
      const ask = { type: 'seasonal', topic: key, reads };
      expect([key, errorsOf(writePurely(ask, SPOKEN_DESK))]).toEqual([key, []]);
      const [message] = writePurely(ask, SPOKEN_DESK);
      expect(message!.made.frame.language).toBe(reads);
      expect(message!.rendered.text).toContain(`${phrases[reads]}${reads === 'de' ? ' senden wir' : ', '}`);
    }
  });
});

/** German says “Chinesisches” by itself and “zum Chinesischen”. */
const inflected = (text: string): string =>
  text.replace(/Chinesische[ns]/, 'Chinesisch').replace(/^Goldene |Goldenen /, 'golden ');
