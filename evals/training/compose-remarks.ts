// What the judge of remarks learns from: every written phrase in several requests, where such a phrase stands.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createRandom, type Random } from './compose.ts';

const FOLDER = join(import.meta.dirname, 'remarks');

export type Remark = {
  sentence: string;
  /** Where the phrase stands in the sentence. */
  from: number;
  to: number;
  phrase: string;
  language: string;
  /** It says something of those who are meant. */
  restricts: boolean;
};

/** A phrase, placed in a request whose words for who are set in "<>". */
type Place = (phrase: string, frame: string) => string;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const closed = (text: string): string => (/[.?!。？！]$/u.test(text) ? text : `${text}.`);
// Around a phrase until it is placed; no phrase has them.
const OPEN = '⟦';
const CLOSE = '⟧';

const clauses: Place[] = [
  (phrase, frame) => `${phrase}, ${frame}`,
  (phrase, frame) => `${frame}, ${phrase}`,
  (phrase, frame) => `${frame} - ${phrase}`,
  (phrase, frame) => `${closed(frame)} ${phrase}`,
  (phrase, frame) => `${frame} ${phrase}`,
  (phrase, frame) => `${frame} (${phrase})`,
];
const sentences: Place[] = [
  (phrase, frame) => `${phrase} ${capital(closed(frame))}`,
  (phrase, frame) => `${capital(closed(frame))} ${phrase}`,
  (phrase, frame) => `${frame}\n${phrase}`,
];
const firstOf: Place = (phrase, frame) => frame.replace('<', `${phrase} <`);
/** Behind the words that say who, and at the end. */
const behind: Place[] = [
  (phrase, frame) => frame.replace('>', `> ${phrase}`),
  (phrase, frame) => frame.replace(/^(.*)>/u, `$1> ${phrase}`),
  (phrase, frame) => frame.replace(/[?.]*$/u, ` ${phrase}`),
];

const PLACES: Record<string, readonly Place[]> = {
  'harmless clause': [...clauses, (phrase, frame) => `${phrase}. ${frame}`],
  'harmless tail': [
    (phrase, frame) => frame.replace(/[?.]*$/u, ` ${phrase}`),
    (phrase, frame) => `${phrase} ${frame}`,
  ],
  'harmless lead': [(phrase, frame) => `${phrase} ${frame}`],
  'harmless sentence': sentences,
  'restricts behind': behind,
  'restricts before': [firstOf],
  'restricts clause': [...clauses.slice(1), (phrase, frame) => `${phrase}: ${frame}`],
  'restricts sentence': sentences,
};
const EACH = 3;

export function composeRemarks(): Remark[] {
  const random = createRandom(11);
  return readdirSync(FOLDER)
    .sort()
    .flatMap((file) => composeFile(basename(file, '.txt'), readFileSync(join(FOLDER, file), 'utf8'), random));
}

function composeFile(language: string, file: string, random: Random): Remark[] {
  const sections = new Map(
    file
      .split(/^## /mu)
      .slice(1)
      .map((section) => {
        const [title = '', ...lines] = section.split('\n');
        return [title.trim(), lines.map((line) => line.trim()).filter(Boolean)] as const;
      }),
  );
  const frames = sections.get('frames')!;
  const all = [...frames, ...sections.get('follow-ups')!];
  return [...sections].flatMap(([title, phrases]) => {
    if (title === 'whole') return phrases.flatMap((line) => marksOf(line, language));
    const places = PLACES[title];
    if (!places) return [];
    const ofFrames = places === behind || title === 'restricts before' ? frames : all;
    return phrases.flatMap((phrase) =>
      Array.from({ length: EACH }, () => {
        const place = pick(places, random);
        const marked = place(`${OPEN}${phrase}${CLOSE}`, pick(ofFrames, random)).replace(/[<>]/gu, '');
        return remarkOf(marked, { phrase, language, restricts: title.startsWith('restricts') });
      }),
    );
  });
}

function remarkOf(marked: string, about: Pick<Remark, 'phrase' | 'language' | 'restricts'>): Remark {
  const from = marked.indexOf(OPEN);
  return { sentence: marked.replace(/[⟦⟧]/gu, ''), from, to: from + about.phrase.length, ...about };
}

/** A whole request, in which "[harmless]" and "{restricting}" words are marked. */
function marksOf(line: string, language: string): Remark[] {
  const sentence = line.replace(/[[\]{}]/gu, '');
  return [...line.matchAll(/[[{]([^\]}]+)[\]}]/gu)].flatMap(({ 0: mark, 1: phrase = '', index }) => {
    const from = line.slice(0, index).replace(/[[\]{}]/gu, '').length;
    const remark = { from, to: from + phrase.length, phrase, language, restricts: mark.startsWith('{') };
    return [sentence, sentence.toLowerCase()].map((said) => ({ sentence: said, ...remark }));
  });
}

const pick = <T>(list: readonly T[], random: Random): T => list[Math.floor(random() * list.length)]!;
