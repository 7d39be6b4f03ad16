import { describe, expect, it } from 'vitest';
import { SPOKEN_DESK } from '../../../test/spoken-desk.ts';
import { type Ask, errorsOf, writePurely } from '../../../test/write-letter.ts';
import { LETTER_LANGUAGES } from '../../campaigns/draft.ts';
import { findOptOut } from '../../replies/find-opt-out.ts';
import { tenantSettings } from '../../tenants/settings.ts';
import { CAMPAIGN_TYPES } from '../built-in-types.ts';
import { SCRIPT_WORDS, SPOKEN_QUESTIONS } from './questions.ts';
import { speak, spelled } from './speak.ts';

const write = (ask: Ask) => writePurely({ names: ['Arthit Sample'], ...ask }, SPOKEN_DESK)[0]!;

/** What asks for something to be written or pressed, in each language. */
const WRITTEN = {
  en: /\brepl(?:y|ies|ying)\b|\bclick|\btap\b|this (?:message|e-?mail)/i,
  th: /ตอบกลับ|พิมพ์|คลิก/,
  ja: /返信|クリック|本メール/,
  zh: /回复|点击|本邮件/,
  de: /antworten Sie (?:auf|mit|uns)|als Antwort|schreiben Sie|klick|\bJA\b/i,
  fr: /répond(?:re|ez|ant)\s(?:à ce|OUI|par|à nous)|écrivez|cliqu|\bOUI\b/i,
  es: /respond(?:a|e|er)\s(?:a este|SÍ|con)|escr[ií]b(?:a|e)\b|clic|\bSÍ\b/i,
  pt: /respond(?:a|e|er)\s(?:a esta|SIM|com)|escreva\b|cliqu|\bSIM\b/i,
} as const;
/** Signs that a voice stumbles over, addresses, and codes that nobody says. */
const UNSPOKEN =
  /[×=%&/()[\]<>*_~|#@“”„«»–—]|https?:|www\.|\b(?:THB|EUR|USD|STOP|YES)\b|\p{Extended_Pictographic}|,,|\.\./u;
/** How money and days are said there. */
const SPOKEN = {
  en: /4 zones at 12,000 Thai baht each, in total 48,000 Thai baht a year[\s\S]*|31 October 2027/,
  th: /4 โซน ราคาละ 12,000 บาท รวมเป็น 48,000 บาทต่อปี/,
  ja: /4ゾーン、それぞれ12,000バーツ、合計で年額48,000バーツ/,
  zh: /4个区域，每个12,000泰铢，合计每年48,000泰铢/,
  de: /4 Zonen zu je 12\.000 Thailändische Baht, zusammen 48\.000 Thailändische Baht pro Jahr/,
  fr: /4 zones à 12\s000 bahts thaïlandais chacune, soit 48\s000 bahts thaïlandais par an/,
  es: /4 zonas a 12\.000 \S+ tailandeses cada una, en total 48\.000 \S+ tailandeses al año/,
  pt: /4 zonas a 12\.000 \S+ tailandeses cada, no total 48\.000 \S+ tailandeses por ano/,
} as const;

describe.each(LETTER_LANGUAGES)('a call in %s', (reads) => {
  it.each(CAMPAIGN_TYPES.map(({ key }) => key))('%s: is speech, and asks to be answered aloud', (type) => {
    for (const tone of ['formal', 'casual'] as const)
      for (const which of ['complete', 'noPrice', 'noDate', 'nothing', 'ended'] as const) {
        const message = write({
          type,
          tone,
          which,
          reads,
          channel: 'voice',
          link: 'https://www.example.com/offer',
        });
        const { text, language } = message.rendered;
        expect(errorsOf([message])).toEqual([]);
        expect(language).toBe(reads);
        expect(text).not.toMatch(UNSPOKEN);
        expect(text).not.toMatch(WRITTEN[reads]);
        expect(text.endsWith(SPOKEN_QUESTIONS[reads].listening)).toBe(true);
      }
  });

  it('says sums, prices and days as they are said there', () => {
    expect(write({ type: 'renewal', reads, channel: 'voice' }).rendered.text).toMatch(SPOKEN[reads]);
  });

  it('says how no more calls come, by a word that stops them', () => {
    const { text } = write({ type: 'voucher', reads, channel: 'voice' }).rendered;
    const { stop } = SPOKEN_QUESTIONS[reads];
    expect(text).toContain(stop);
    const word =
      /[:：,、\s]\s*([^:：,、\s]+(?: de baja)?)(?:、とおっしゃってください)?[.。]?$/u.exec(stop)?.[1] ?? '';
    expect(findOptOut({ text: word, language: reads })).toMatchObject({ kind: 'opt_out' });
    expect(write({ type: 'renewal', reads, channel: 'voice' }).rendered.text).not.toContain(stop);
  });
});

it('greets whoever may be a man or a woman without a stroke', () => {
  const greeting = (reads: string) =>
    write({ type: 'renewal', reads, channel: 'voice' }).rendered.text.split('\n')[0];
  expect([greeting('es'), greeting('pt')]).toEqual(['Hola, Arthit Sample.', 'Olá, Arthit Sample,']);
});

describe('what a person wrote themself', () => {
  const said = (text: string, language = 'en') => speak(text, { language });

  it('is said without its addresses, signs and pictures', () => {
    expect(said('See https://www.example.com/a?b=c & tell us 🎉 by 2027-10-31.')).toBe(
      'See our web site and tell us by 31 October 2027.',
    );
    expect(said('Find out more: https://www.example.com/x\nThank you')).toBe('Thank you.');
    expect(said('10% off – 5-6 May (bar/lobby)')).toBe('10 percent off, 5 to 6 May, bar or lobby.');
    expect(said('EUR 1,200 or 300 USD, Sample & Sons')).toBe(
      '1,200 euros or 300 US dollars, Sample and Sons.',
    );
    expect(said('10 %折扣', 'zh')).toBe('百分之10折扣。');
  });

  it('asks for no written answer', () => {
    expect(said('Please reply with a date. Reply STOP to opt out.')).toBe('Please tell us a date.');
    expect(said('Reply to this message if it does not suit.')).toBe('Answer if it does not suit.');
  });

  it('says a code sign by sign', () => {
    expect(spelled('SPA-7KQ2')).toBe('S, P, A, 7, K, Q, 2');
    expect(speak('Your code: SPA-7KQ2', { language: 'en', codes: ['SPA-7KQ2'] })).toBe(
      'Your code: S, P, A, 7, K, Q, 2.',
    );
  });
});

describe('a call that a colleague makes', () => {
  it.each(LETTER_LANGUAGES)(
    'has what to say in the language of whoever is called (%s), what to ask and to note',
    (reads) => {
      const { text } = write({ type: 'renewal', reads, channel: 'task' }).rendered;
      const { say, ask, note, notes } = SCRIPT_WORDS.en;
      const [first, asked, noted] = text.split('\n\n');
      expect(first).toMatch(SPOKEN[reads]);
      expect([first!.startsWith(`${say}:\n`), asked, noted]).toEqual([
        true,
        `${ask}:\n${SPOKEN_QUESTIONS[reads].renew}`,
        `${note}:\n${notes.renew}`,
      ]);
      expect(text).not.toContain(SPOKEN_QUESTIONS[reads].listening);
      expect(text).not.toMatch(WRITTEN[reads]);
    },
  );

  it('asks for a number and its reason where a survey is called', () => {
    const { text } = write({ type: 'survey', reads: 'en', channel: 'task' }).rendered;
    expect(text).toContain('Which number would you give us, from zero to ten, and why?');
    expect(text).toContain('the number from 0 to 10, and the reason in their words.');
    expect(text).toContain('choose that they want no more calls');
  });

  it.each(LETTER_LANGUAGES)(
    'speaks to the colleague in the workspace’s language (%s), whoever is called',
    (locale) => {
      const settings = tenantSettings.parse({ ...SPOKEN_DESK.tenant.settings, locale });
      const desk = { ...SPOKEN_DESK, tenant: { ...SPOKEN_DESK.tenant, settings } };
      const [message] = writePurely(
        { type: 'voucher', reads: 'fr', channel: 'task', names: ['A. Sample'] },
        desk,
      );
      expect(errorsOf([message!])).toEqual([]);
      const { text } = message!.rendered;
      const words = SCRIPT_WORDS[locale];
      for (const said of [words.say, words.ask, words.note, words.notes.agree, words.noMore])
        expect(text).toContain(said);
      expect(text).toContain(SPOKEN_QUESTIONS.fr.agree);
    },
  );
});
