import { describe, expect, it } from 'vitest';
import { CONTENT_CASES, type ContentCase } from '../../test/content-cases.ts';
import { SPOKEN_DESK } from '../../test/spoken-desk.ts';
import { type Ask, errorsOf, TEST_DESK, writePurely } from '../../test/write-letter.ts';
import { CAMPAIGN_TYPES } from './built-in-types.ts';
import { languageOf } from './choose-language.ts';
import { suggestContent } from './suggest-content.ts';
import { hasCallToAction, hasWayOut } from './verify/check-form.ts';
import { missingLines } from './verify/missing-lines.ts';
import { verifyMessage } from './verify/verify-message.ts';

const write = (ask: Ask) => writePurely(ask, SPOKEN_DESK);
const first = (ask: Ask) => write(ask)[0]!;
const warningsOf = (ask: Ask) => first(ask).findings.map(({ message }) => message);

const LANGUAGES = ['th', 'ja', 'zh', 'de', 'fr', 'es', 'pt'] as const;
const TOPICS = {
  th: 'แอปใหม่ เปิดใช้วันจันทร์',
  ja: '新しいアプリを公開します',
  zh: '新应用本周上线',
  de: 'Die neue App ist da',
  fr: 'La nouvelle application est disponible',
  es: 'La nueva aplicación ya está disponible',
  pt: 'O novo aplicativo está disponível',
} as const;
const CASES: ContentCase[] = [
  'complete',
  'noPrice',
  'noDate',
  'noZones',
  'nothing',
  'moreThanNamed',
  'ended',
];
const SHAPES = [
  { channel: 'email', tone: 'formal' },
  { channel: 'line', tone: 'casual' },
] as const;
const BROKEN = /null|undefined|NaN|THB 0|\(\)|（）|—|\{\{|%\}| {2}| [,.]|,,|\.\.|。。|\n\n\n|[.!?] \p{Ll}/mu;
const EAST = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]';
/** What nobody who writes the language would set so: signs, blanks and quotes of another one. */
const FOREIGN = {
  // Sentences end by a blank, and another script is parted by one.
  th: /[\u0e00-\u0e7f](?:[?!;]|(?<!น)\.(?:\s|$)|[A-Za-z])|[A-Za-z][\u0e00-\u0e7f]|['"]/u,
  ja: new RegExp(`${EAST}(?:[,.:;?!'"]| ${EAST})|[”"']`, 'u'),
  zh: new RegExp(`${EAST}(?:[,.:;?!'"]| ${EAST})|['"]`, 'u'),
  de: / [?!:;]|['"]/u,
  // Narrow before ? ! ; and whole before a colon, neither of which a line may break at.
  fr: /(?<!\u202f)[?!;]|(?<!\u00a0):|['"]/u,
  es: /^[^¿]*\?|^[^¡]*!| [?!:;]|['"]/mu,
  pt: / [?!:;]|['"]/u,
} as const;
/** A signature, a name, a currency's code and the word for stopping stay what they are. */
const LATIN =
  /Hilton|Andaman|Bay|Arthit|Mali|Nina|Sample|Sound|Drift|Bar|Edge|Horizon|Shore|THB|STOP|BGM|http\S+|Road|Bangkok/g;

describe.each(LANGUAGES)('the letters in %s', (reads) => {
  it.each(CAMPAIGN_TYPES)('$key: reads well, whatever is not known', ({ key: type, listsUnits }) => {
    for (const which of CASES)
      for (const { channel, tone } of SHAPES)
        for (const [topic, length] of [
          [null],
          [null, 'short'],
          ...(which === 'complete' ? [[TOPICS[reads]]] : []),
        ] as [topic: string | null, length?: 'short'][]) {
          const translations = topic ? { [reads]: { topic } } : {};
          const how = length ? { length } : {};
          const ask = {
            type,
            which,
            channel,
            tone,
            topic,
            translations,
            reads,
            ...how,
            names: ['Arthit Sample'],
          };
          const { rendered, made } = first(ask);
          expect(errorsOf(write(ask))).toEqual([]);
          expect(made.frame.language).toBe(reads);
          const text = `${rendered.subject ?? ''}\n${rendered.text.replace(/\/u\/\S+/, '/u/…')}`;
          expect(text).not.toMatch(BROKEN);
          for (const unit of CONTENT_CASES[which].units ?? [])
            expect(text.includes(unit)).toBe(listsUnits === true);
          expect(text).toContain('Hilton Andaman Bay');
          expect(text).toContain('Nina Sample');
          expect(text).toContain('Arthit Sample');
          if (topic && type !== 'seasonal') expect(text).toContain(topic);
          expect(text.replace(/http\S+/g, '')).not.toMatch(FOREIGN[reads]);
          if (reads === 'th' || reads === 'ja' || reads === 'zh')
            expect(text.replace(LATIN, '').match(/[a-z]{3,}/gi) ?? []).toEqual([]);
        }
  });

  it('have other subjects and requests beside them, in the same language', () => {
    for (const { key: type } of CAMPAIGN_TYPES)
      for (const topic of [null, TOPICS[reads]]) {
        const translations = topic ? { [reads]: { topic } } : {};
        const { language, subjects, callsToAction } = suggestContent(
          first({ type, topic, translations, reads }),
        );
        expect([language, subjects.length >= 3, callsToAction.length]).toEqual([reads, true, 3]);
        for (const { text } of [...subjects, ...callsToAction]) {
          expect(text).not.toMatch(FOREIGN[reads]);
          if (reads === 'th' || reads === 'ja' || reads === 'zh')
            expect(text.replace(LATIN, '').match(/[a-z]{3,}/gi) ?? []).toEqual([]);
        }
      }
  });

  it('are mended by lines of their own language', () => {
    const { reply, stop } = missingLines(reads);
    expect([hasCallToAction(reply), hasWayOut(stop)]).toEqual([true, true]);
    expect(reply).not.toMatch(FOREIGN[reads]);
    expect([reply, stop]).not.toContain(missingLines('en').reply);
  });

  it('keep the point of a word that a topic ends with where sentences have none', () => {
    const topic = reads === 'th' ? 'ระบบหยุดทำงานเวลา 2 ถึง 4 น.' : TOPICS[reads];
    const translations = { [reads]: { topic } };
    expect(first({ type: 'payment_reminder', topic, translations, reads }).rendered.text).toContain(topic);
  });

  it('greet a team without naming anybody', () => {
    for (const tone of ['formal', 'casual'] as const)
      for (const { rendered } of write({ tone, reads, names: ['Arthit Sample', 'Mali Sample'] })) {
        expect(rendered.text).not.toMatch(/Arthit|Mali/);
        expect(rendered.text.split('\n')[0]).toContain('Hilton Andaman Bay');
      }
  });

  it('are held to the facts: another sum, day or number in the same form is refused', () => {
    const { letter, rendered, made } = first({ reads });
    const judge = (body: string) =>
      verifyMessage({ ...made.check, author: 'writer', sources: [], letter: { ...letter, body }, rendered })
        .map(({ message }) => message)
        .filter((message) => /^The (date|amount|number)/.test(message));
    expect(judge(letter.body)).toEqual([]);
    const grouped = letter.body.match(/48[.,\u202f\u00a0]000/)?.[0] ?? 'nothing';
    expect(judge(letter.body.replace(grouped, grouped.replace('48', '47')))).not.toEqual([]);
    expect(judge(letter.body.replace('31', '30'))).not.toEqual([]);
    expect(judge(letter.body.replace(/2570|2027/, (year) => String(Number(year) + 1)))).not.toEqual([]);
  });
});

describe('the language of a letter', () => {
  it('is the reader’s, by its first part', () => {
    expect(first({ reads: 'de-CH' }).made.frame.language).toBe('de');
    expect(warningsOf({ reads: 'de-CH' })).toEqual([]);
  });

  it('is English where there are no letters in the reader’s, and that is said', () => {
    expect(warningsOf({ reads: 'vi' })).toEqual(['Written in English: there are no letters in Vietnamese.']);
    expect(warningsOf({ reads: 'not a language' })[0]).toMatch(
      /^Written in English: there are no letters in/,
    );
    expect(warningsOf({ reads: null })).toEqual([]);
    expect(warningsOf({ reads: 'zh-Hant-TW' })[0]).toContain('simplified characters');
    expect(warningsOf({ reads: 'pt_PT' })[0]).toContain('the Portuguese of Brazil');
    for (const reads of ['zh-CN', 'zh', 'pt-BR', 'pt']) expect(warningsOf({ reads })).toEqual([]);
  });

  it('is never half of one and half of another', () => {
    const offer = { kind: 'discount', says: 'Save 10 % this year.', code: null } as const;
    const wording = { line: { body: 'Dear {{ contact.name }}, {{ units }}. Please reply.' } };
    expect(warningsOf({ reads: 'th', topic: 'the new app' })).toEqual([
      'Written in English: what it is about is not there in Thai.',
    ]);
    expect(warningsOf({ reads: 'ja', offer })).toEqual([
      'Written in English: the offer is not there in Japanese.',
    ]);
    expect(warningsOf({ reads: 'fr', channel: 'line', wording })).toEqual([
      'Written in English: the wording is not there in French.',
    ]);
    expect(warningsOf({ reads: 'de', type: 'seasonal', topic: 'Nowruz' })[0]).toMatch(
      /^Written in English: /,
    );
    const text = first({ reads: 'ja', offer }).rendered.text;
    expect(text).not.toMatch(/[\p{Script=Hiragana}\p{Script=Katakana}]/u);
  });

  it.each(LANGUAGES)(
    'is the reader’s (%s) where only an occasion is named, which has a name in it',
    (reads) => {
      const { made, rendered, findings } = first({ reads, type: 'seasonal', topic: 'Happy New Year' });
      expect(made.frame.language).toBe(reads);
      expect(rendered.text).not.toMatch(/new year/i);
      expect(findings.filter(({ message }) => message.startsWith('Written in'))).toEqual([]);
      const more = first({ reads, type: 'seasonal', topic: 'New Year, and our new app' });
      expect(more.made.frame.language).toBe('en');
    },
  );

  it.each([
    ['Deux mois gratuits jusqu’au 31 janvier.', 'fr'],
    ['Unser Angebot für Sie: 10 % Rabatt bis 15. Dezember.', 'de'],
    ['Nuestra oferta para usted: un mes gratis.', 'es'],
    ['Uma oferta para você até dezembro.', 'pt'],
    ['Fête de la Musique', 'en'],
    ['10 % off', 'en'],
  ])('that an offer is written in is told from its words: “%s”', (words, language) => {
    expect(languageOf(words, 'en')).toBe(language);
  });

  it('is the reader’s where what is said is translated', () => {
    const offer = { kind: 'discount', says: 'Save 10 % this year.', code: null } as const;
    const translations = { th: { topic: 'แอปใหม่', offer: 'ลด 10% ในปีนี้' } };
    const { rendered, findings } = first({
      type: 'feature',
      reads: 'th',
      topic: 'the new app',
      offer,
      translations,
    });
    expect(findings).toEqual([]);
    expect(rendered.text).toContain('แอปใหม่');
    expect(rendered.text).toContain('ลด 10% ในปีนี้');
    expect(rendered.text).not.toMatch(/new app|Save/);
    const wording = {
      line: { body: 'Dear {{ contact.name }}, {{ units }}. Please reply.' },
      'line/th': { body: 'เรียน {{ contact.name }} {{ units }} กรุณาตอบกลับ' },
    };
    expect(first({ reads: 'th', channel: 'line', wording }).rendered.text).toMatch(/^เรียน Arthit Sample/);
  });

  it('is what the draft names, whoever reads it, and that of a topic in another script', () => {
    expect(first({ language: 'fr', reads: 'th' }).made.frame.language).toBe('fr');
    expect(first({ type: 'feature', topic: TOPICS.th }).made.frame.language).toBe('th');
  });

  it('says in general words what nobody named in that language', () => {
    const [warning] = writePurely({ reads: 'de' })[0]!.findings;
    expect(warning?.message).toContain('What the service is called is not set in the language de');
  });
});

describe('who signs', () => {
  const settings = {
    ...TEST_DESK.tenant.settings,
    sender: { ...TEST_DESK.tenant.settings.sender, signature: 'Your Andaman Sound team' },
  };
  const desk = { ...TEST_DESK, tenant: { ...TEST_DESK.tenant, settings } };
  const signedIn = (reads: string) =>
    writePurely({ reads, names: ['Arthit Sample'] }, desk)[0]!.rendered.text;

  it('is an English team in an English letter only; in another language its name stands for itself', () => {
    expect(signedIn('en')).toContain('Your Andaman Sound team');
    for (const reads of ['th', 'ja', 'de']) {
      expect(signedIn(reads)).toContain('Andaman Sound');
      expect(signedIn(reads)).not.toMatch(/Your|team/);
    }
  });
});
