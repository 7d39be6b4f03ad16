import { describe, expect, it } from 'vitest';
import { type Ask, errorsOf, TEST_DESK, writePurely } from '../../test/write-letter.ts';
import { tenantSettings } from '../tenants/settings.ts';
import { verifyMessage } from './verify/verify-message.ts';
import { inVoice, voiceSchema } from './voice.ts';
import { acceptWritten, writerInput } from './written.ts';

const VOICE = {
  avoid: [{ word: 'glad', say: 'delighted' }, { word: 'cheap' }],
  prohibited: ['the best in Asia', '最高品質'],
  signOff: { en: { formal: 'Yours sincerely,' }, de: { formal: 'Herzlichst' } },
  emoji: false,
  toneByType: { announcement: 'formal' },
  note: 'We say “house”, not “venue”.',
};
const settings = tenantSettings.parse({ ...TEST_DESK.tenant.settings, voice: VOICE });
const desk = { ...TEST_DESK, tenant: { ...TEST_DESK.tenant, settings } };
const first = (ask: Ask = {}) => writePurely(ask, desk)[0]!;

describe('the voice of a workspace', () => {
  it('is how its built-in letters sound: its words, its sign-off, its tone of a type', () => {
    const { text } = first().rendered;
    expect(text).toContain('we would be delighted to continue it');
    expect(text).not.toMatch(/\bglad\b|Kind regards/);
    expect(text).toContain('Yours sincerely,\n\nNina Sample');
    expect(first({ reads: 'de' }).rendered.text).toContain('Herzlichst\n\nNina Sample');
    expect(first({ reads: 'fr' }).rendered.text).toContain('Cordialement,');
    expect(first({ type: 'announcement' }).made.tone).toBe('formal');
    expect(first({ type: 'announcement', tone: 'casual' }).made.tone).toBe('casual');
    expect(errorsOf(writePurely({}, desk))).toEqual([]);
  });

  it('changes no name', () => {
    expect(first({ customer: { name: 'Glad Tidings Inn' } }).rendered.text).toContain('Glad Tidings Inn');
    const voice = voiceSchema.parse({ avoid: [{ word: 'bar', say: 'lounge' }] });
    expect(inVoice('The Drift Bar has a bar. Bars too.', voice, ['Drift Bar'])).toBe(
      'The Drift Bar has a lounge. Bars too.',
    );
  });

  const judge = (words: string, author: 'writer' | 'person') => {
    const { letter, rendered, made } = first();
    const sources = [words, letter.body];
    return verifyMessage({
      ...made.check,
      ...{ author, sources, rendered, letter: { ...letter, body: `${letter.body}\n\n${words}` } },
    }).map(({ severity, message, repair }) => `${severity}: ${message} ${repair}`);
  };

  it.each([
    ['we are the best in Asia', 'error', 'error'],
    ['当社は最高品質です', 'error', 'error'],
    ['it is cheap', 'error', 'warning'],
    ['we are glad of it', 'error', 'warning'],
    ['a party 🎉', 'error', 'warning'],
  ] as const)('is checked: “%s”', (words, ofWriter, ofPerson) => {
    const told = (author: 'writer' | 'person') =>
      judge(words, author)
        // That a model's words are in another language is found beside it.
        .filter((found) => !found.includes('A part of the text is in'))
        .map((found) => found.split(':')[0]);
    expect(told('writer')).toEqual([ofWriter]);
    expect(told('person')).toEqual([ofPerson]);
  });

  it('says what to do instead', () => {
    expect(judge('we are glad of it', 'person')[0]).toContain('Say “delighted”.');
  });

  it('is told to whoever writes, and kept from them where there is none', () => {
    expect(writerInput(first()).style).toEqual({
      avoid: ['glad', 'cheap'],
      never: VOICE.prohibited,
      emoji: false,
      note: VOICE.note,
    });
    expect(writerInput(writePurely()[0]!)).not.toHaveProperty('style');
    const { refused } = acceptWritten(first(), { text: `${first().letter.body} 🎉` }, null);
    expect(refused?.[0]).toContain('emoji');
  });
});

describe('a subject that presses', () => {
  it.each(['Urgent: your music', 'Last chance', 'โอกาสสุดท้ายของคุณ', '本日限りのご案内', 'Nur heute: Musik'])(
    '“%s”',
    (subject) => {
      const wording = { email: { subject } };
      const severity = (type: string) =>
        first({ type, wording }).findings.find(({ message }) => message.includes('presses'))?.severity;
      expect(severity('seasonal')).toBe('error');
      expect(severity('technical')).toBe('warning');
    },
  );

  it('is no subject that only names a day', () => {
    const wording = { email: { subject: 'Your agreement ends in October' } };
    expect(errorsOf([first({ wording })])).toEqual([]);
  });
});
