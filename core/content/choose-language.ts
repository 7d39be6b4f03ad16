// In which language one recipient is written to, and why it is not theirs where it is not.
import { keepAnswers } from '../../lib/keep-answers.ts';
import type { Recipient } from '../audience/recipient.ts';
import type { Draft } from '../campaigns/draft.ts';
import type { CustomerFacts } from './facts.ts';
import { letterLanguage } from './letters.ts';
import { OCCASION_NAMES } from './occasion-names.ts';
import { isOnlyOccasion, occasionFor } from './occasions.ts';

export type Chosen = {
  language: string;
  topic: string | null;
  offer: string | null;
  /** Null when it is the reader's own, or when theirs is not known. */
  because: string | null;
};

type Asked = {
  draft: Pick<Draft, 'topic'> & Partial<Pick<Draft, 'offer' | 'language' | 'translations'>>;
  recipient: Pick<Recipient, 'language' | 'channel'>;
  facts: CustomerFacts;
  type: string;
  /** The language that the people of the workspace write (BCP 47). */
  home: string;
  /** What the workspace offers this customer, in which languages beside its own. */
  renewalOffer: { in: Readonly<Record<string, string>> } | null;
  /** A person's own words for the channel or the type, and whether there are some in a language. */
  ownWords: { exist: boolean; in(language: string): boolean };
};

/**
 * The language that the draft names, else the reader's, else the workspace's own: where there are letters in it and all that the
 * letter has to say is there in it. Never half of one and half of another: then the language of what is not translated.
 */
export function chooseLanguage(asked: Asked): Chosen {
  const { draft, recipient, home: homeTag } = asked;
  const home = letterLanguage(homeTag) ?? 'en';
  const wanted = draft.language ?? recipient.language;
  const language = wanted ? letterLanguage(wanted) : home;
  if (language === null)
    return inOther(asked, { language: home, why: `there are no letters in ${nameOf(wanted ?? '')}` });
  const lacking = lackingIn(language, asked, home);
  if (lacking) {
    const why = `${lacking.what} is not there in ${nameOf(language)}`;
    return inOther(asked, { language: lacking.language, why });
  }
  const other = wanted ? anotherForm(wanted) : null;
  return { language, ...wordsIn(language, draft), because: other && `Written in ${other}.` };
}

/** Of Chinese and Portuguese there are letters in one of the ways to write it. */
function anotherForm(wanted: string): string | null {
  const tag = wanted.replaceAll('_', '-');
  if (/^zh-(?:.*-)?(?:hant|tw|hk|mo)(?:-|$)/i.test(tag))
    return 'simplified characters: there are no letters in traditional ones';
  return /^pt-(?:.*-)?(?:pt|ao|mz)$/i.test(tag)
    ? 'the Portuguese of Brazil: there are no letters in another'
    : null;
}

const inOther = ({ draft }: Asked, { language, why }: { language: string; why: string }): Chosen => ({
  language,
  ...wordsIn(language, draft),
  because: `Written in ${nameOf(language)}: ${why}.`,
});

const wordsIn = (language: string, { topic, offer, translations }: Asked['draft']) => {
  const own = translations?.[language as keyof typeof translations];
  return { topic: own?.topic ?? topic, offer: own?.offer ?? offer?.says ?? null };
};

type Lacking = { what: string; language: string };

/** What keeps a letter from being in this language, and the language it is in. */
function lackingIn(language: string, asked: Asked, home: string): Lacking | null {
  const { draft, ownWords, renewalOffer, type, facts } = asked;
  const own = draft.translations?.[language as keyof typeof draft.translations];
  if (ownWords.exist && language !== home && !ownWords.in(language))
    return { what: 'the wording', language: home };
  // "New Year" names the occasion and nothing else: that has its words in every language, below.
  const isNamed = type === 'seasonal' && draft.topic != null && isOnlyOccasion(draft.topic);
  const said: [string, string | null | undefined, string | undefined][] = [
    ['what it is about', isNamed ? null : draft.topic, own?.topic],
    ['the offer', draft.offer?.says, own?.offer],
  ];
  for (const [what, words, translated] of said) {
    const written = words ? languageOf(words, home) : language;
    if (!translated && written !== language) return { what, language: written };
  }
  if (renewalOffer && language !== home && !renewalOffer.in[language])
    return { what: 'the offer of the renewal', language: home };
  if (type !== 'seasonal' || language === 'en') return null;
  const { name } = occasionFor({ topic: draft.topic, country: facts.countryCode, asOf: facts.asOf });
  return OCCASION_NAMES[name]?.[language] ? null : { what: `the name of ${name}`, language: 'en' };
}

/** By its script, or by the words that it has most of, where these tell; else what people write here. */
export function languageOf(words: string, home: string): string {
  const byScript = scriptLanguageOf(words);
  if (byScript === 'zh' && home === 'ja') return 'ja';
  return byScript ?? wordsLanguageOf(words) ?? home;
}

export function scriptLanguageOf(words: string): 'th' | 'ja' | 'zh' | null {
  if (/\p{Script=Thai}/u.test(words)) return 'th';
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(words)) return 'ja';
  return /\p{Script=Han}/u.test(words) ? 'zh' : null;
}

// Words that offers and news are full of; of one in two languages both have it.
const FREQUENT: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    en: 'the and of for with our your you is are to from until by we on at new free off one month year if',
    de: 'und der die das für mit ist bis ein eine einen auf wir ab unser unsere ihr ihre ihnen sie neue neuen monat monate rabatt kostenlos angebot bei zum zur januar februar märz dezember',
    fr: 'les des est avec pour jusqu une vous votre vos nos notre le la du au un deux mois gratuit gratuits gratuite offre nouvelle nouveau janvier février décembre',
    es: 'los las el la es para con una un usted su nuestra nuestro mes meses gratis hasta oferta nueva nuevo sobre enero febrero diciembre',
    pt: 'os as uma um com para até é sua seu nossa nosso você mês meses grátis oferta nova novo sobre às ao no na dia janeiro fevereiro dezembro',
  }).map(([language, words]) => [language, new Set(words.split(' '))]),
);

// One topic and one offer serve thousands of letters.
const MOST_TEXTS = 500;

/** Two words at least, and more than any other language has: a name in another language says nothing. */
export const wordsLanguageOf = keepAnswers((text): string | null => {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const counted = Object.entries(FREQUENT)
    .map(([language, known]) => ({ language, hits: words.filter((word) => known.has(word)).length }))
    .sort((a, b) => b.hits - a.hits);
  const [first, second] = counted;
  return first!.hits >= 2 && first!.hits > second!.hits ? first!.language : null;
}, MOST_TEXTS);

const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });

function nameOf(language: string): string {
  try {
    return names.of(language) ?? language;
  } catch {
    return language.slice(0, 20);
  }
}
