import { describe, expect, it } from 'vitest';
import { type Ask, errorsOf, writePurely } from '../../test/write-letter.ts';
import { CAMPAIGN_TYPES } from './built-in-types.ts';

const write = (ask: Ask) => writePurely({ address: 'familiar', ...ask })[0]!;

/** What no letter in the familiar form may hold; names and facts of the cases hold none of it. */
const POLITE: Record<string, RegExp> = {
  de: /\b(?:Sie|Ihnen|Ihr|Ihre[mnrs]?)\b/,
  fr: /\b(?:vous|votre|vos)\b/iu,
  es: /\b(?:ustedes|usted|Le)\b|(?<!\p{L})le (?!sería)|\b(?:desea|indique|rogamos que confirme|Responda|responda)\b/u,
  zh: /您|贵方/,
  th: /ท่าน/,
};

describe.each(Object.keys(POLITE))('the familiar form in %s', (reads) => {
  it('is in every letter of every type, on every kind of channel, and passes the checks', () => {
    for (const { key: type } of CAMPAIGN_TYPES)
      for (const tone of ['formal', 'casual'] as const)
        for (const channel of ['email', 'whatsapp', 'push'])
          for (const which of ['complete', 'nothing'] as const) {
            const message = write({ type, tone, channel, reads, which });
            expect(message.made.frame.language).toBe(reads);
            const { subject = '', text } = message.rendered;
            expect([type, tone, errorsOf([message])]).toEqual([type, tone, []]);
            expect(`${subject}\n${text}`).not.toMatch(POLITE[reads]!);
          }
  });

  it('is not taken for a team, which the preview says', () => {
    const team: Ask = { reads, names: ['A Sample', 'B Sample'], channel: 'line' };
    const [message] = writePurely({ address: 'familiar', ...team });
    const [polite] = writePurely(team);
    expect(message!.rendered.text).toBe(polite!.rendered.text);
    expect(message!.findings.map(({ message: said }) => said).join()).toContain('whole team');
  });
});

it('reads as people write it', () => {
  const of = (reads: string, type = 'survey') =>
    write({ type, reads, channel: 'whatsapp', tone: 'formal' }).rendered.text;
  expect(of('de')).toMatch(/wie wahrscheinlich ist es, dass du .* weiterempfiehlst/i);
  expect(of('de', 'renewal')).toMatch(/Vielen Dank für dein Vertrauen .*\. Deine Vereinbarung läuft/s);
  expect(of('fr')).toMatch(/te poser une question\u202f.* que tu recommandes/);
  expect(of('es')).toMatch(/hacerte una pregunta.* que recomiendes/s);
  expect(of('es', 'referral')).toContain('al que le sería útil');
});

it('is none where the language has one form, and the preview says so', () => {
  for (const reads of ['ja', 'pt'])
    expect(
      write({ reads })
        .findings.map(({ message }) => message)
        .join(),
    ).toContain('one form of address');
  const english: Ask = { reads: 'en', channel: 'line' };
  expect(write(english).rendered.text).toBe(write({ ...english, address: 'polite' }).rendered.text);
  const own = write({ reads: null, wording: { email: { body: 'Bitte antworten Sie.' } } });
  expect(own.findings.map(({ message }) => message).join()).not.toContain('one form');
});
