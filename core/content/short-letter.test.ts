import { describe, expect, it } from 'vitest';
import { SPOKEN_DESK } from '../../test/spoken-desk.ts';
import { type Ask, errorsOf, writePurely } from '../../test/write-letter.ts';

const LANGUAGES = ['en', 'th', 'ja', 'zh', 'de', 'fr', 'es', 'pt'] as const;
const CHANNELS = ['email', 'whatsapp', 'line', 'sms'] as const;
const AS_SHORT = 'It is as short as it can be by itself: everything in it says or asks something.';

const write = (ask: Ask) => writePurely({ names: ['Arthit Sample'], ...ask }, SPOKEN_DESK)[0]!;
const both = (ask: Ask) =>
  (['full', 'short'] as const).map((length) => write({ ...ask, length }).letter.body) as [string, string];
const saysOf = (ask: Ask) => write({ ...ask, length: 'short' }).findings.map(({ message }) => message);

describe('a letter that is to be half as long', () => {
  it.each(LANGUAGES)('keeps its facts and its request in %s, on every channel', (reads) => {
    for (const channel of CHANNELS)
      for (const tone of ['formal', 'casual'] as const) {
        const [full, short] = both({ reads, channel, tone });
        expect(short.length).toBeLessThan(full.length * 0.92);
        for (const fact of ['Drift Bar', 'Edge', 'Horizon', 'Shore', 'Hilton Andaman Bay', '12', '48'])
          expect(short).toContain(fact);
        expect(short).toMatch(/31|10月/);
        expect(errorsOf([write({ reads, channel, tone, length: 'short' })])).toEqual([]);
      }
  });

  it.each([
    ['reconsent', 'Von Zeit zu Zeit', 'Hören wir nichts', 'de'],
    ['survey', 'De 0 (pas du tout)', 'Pouvons-nous', 'fr'],
    ['welcome', 'Hilton Andaman Bay', 'personally there', 'en'],
    ['seasonal', 'ปีใหม่', 'ให้ทันเวลา', 'th'],
  ])('of the type %s says %s, and no more %s', (type, kept, gone, reads) => {
    const [full, short] = both({ type, reads, channel: 'whatsapp' });
    expect([full, short].map((text) => text.toLowerCase().includes(kept.toLowerCase()))).toEqual([
      true,
      true,
    ]);
    expect([full, short].map((text) => text.includes(gone))).toEqual([true, false]);
  });

  it('keeps the topic, the offer and the code of a person', () => {
    const offer = { kind: 'discount', says: 'Save 10 % this year.', code: null } as const;
    const [, short] = both({ type: 'loyalty', topic: 'the new app is out', offer, channel: 'whatsapp' });
    expect(short).toMatch(/the new app is out[\s\S]+Save 10 % this year\./);
  });

  it('says so where nothing can go', () => {
    expect(saysOf({ type: 'thank_you', reads: 'de', channel: 'whatsapp' })).toContain(AS_SHORT);
    expect(saysOf({ channel: 'whatsapp' })).not.toContain(AS_SHORT);
    expect(write({ type: 'thank_you', reads: 'de' }).findings).toEqual([]);
  });
});

const OWN = [
  'Dear {{ contact.name }},',
  'Thank you very much for your trust. The pool of {{ customer.name }} is closed for repairs. We hope you had a good season. It affects {{ unit_list }}.',
  'Please reply with a date. Do not hesitate to call.',
  'Nina Sample',
].join('\n\n');

describe('a person’s own text that is to be half as long', () => {
  const ownOf = (body: string, length: 'full' | 'short' = 'short') =>
    write({ channel: 'whatsapp', length, wording: { whatsapp: { body } } });

  it('loses its courtesies, and nothing that says something', () => {
    expect(ownOf(OWN).letter.body).toBe(
      [
        'Dear Arthit Sample,',
        'The pool of Hilton Andaman Bay is closed for repairs. It affects Drift Bar, Edge, Horizon and Shore.',
        'Please reply with a date.',
        'Nina Sample',
      ].join('\n\n'),
    );
    expect(ownOf(OWN, 'full').letter.body).toContain('We hope you had a good season.');
  });

  it('keeps a courtesy that alone names somebody, holds a figure, or says more', () => {
    for (const kept of [
      'Thank you for 12 years together.',
      'Thank you for keeping Hilton Andaman Bay open, but the pool is closed.',
      'Thank you, and please note that the pool is closed.',
    ]) {
      const text = `Dear {{ contact.name }},\n\n${kept} We close {{ unit_list }}.\n\nPlease reply.\n\nNina`;
      expect(ownOf(text).letter.body).toContain(kept);
    }
  });

  it('that is nothing but thanks stays, and that is said', () => {
    const { letter, findings } = ownOf('Dear all,\n\nThank you for your trust.\n\nPlease reply.\n\nNina');
    expect(letter.body).toContain('Thank you for your trust.');
    expect(findings.map(({ message }) => message)).toContain(AS_SHORT);
  });

  it('leaves out what its author put under in_full, and no more', () => {
    const { letter } = ownOf('Hi,\n\nThank you. {% if in_full %}At length. {% endif %}Short.\n\nReply.');
    expect(letter.body).toBe('Hi,\n\nThank you. Short.\n\nReply.');
  });
});
