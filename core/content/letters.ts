// The built-in letters, read and parsed once: by language, type, channel family and tone.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LETTER_LANGUAGES } from '../campaigns/draft.ts';
import { type AddressForm, inFamiliar } from './address-form.ts';
import { assembleLetter, readPieces, readSections } from './assemble-letter.ts';
import { builtInType } from './built-in-types.ts';
import type { Family } from './channel-form.ts';
import { compileLetter, type Writing } from './compile-letter.ts';
import { tidy } from './liquid.ts';
import { type Gender, inGender } from './noun-gender.ts';
import { COLON, type Speech, speechOf, withFrenchSpaces } from './speech.ts';
import type { CampaignType, LetterPieces } from './types.ts';
import type { Tone } from './view.ts';
import { parseWording, type Wording } from './wording.ts';

/** What a letter says, before the channel's own frame: footer, HTML, headers. */
export type Letter = { subject?: string; body: string };

export type LetterKey = {
  language: string;
  type: string;
  family: Family;
  tone: Tone;
  address?: AddressForm;
  /** Of what the service is called. */
  gender?: Gender | undefined;
};

const FOLDER = join(import.meta.dirname, 'templates');
const FALLBACK = 'en';

type ParsedLetter = { subject: Writing | null; body: Writing; source: string };

/** The words of one language in one form, by name; each compiled at the first use of it. */
function readLanguage(spoken: Required<Spoken>) {
  const { language } = spoken;
  const sources = readSources(spoken);
  const part = (name: string): string => {
    const source = sources.get(name);
    if (source === undefined) throw new Error(`There is no built-in letter ${language}/${name}.`);
    return source;
  };
  const parsed = new Map<string, ParsedLetter>();
  const find = (name: string): ParsedLetter => {
    const source = part(name.replace(ASKED, ''));
    const known =
      parsed.get(name) ?? parseLetter(name.endsWith(ASKED) ? askedOtherwise(source) : source, part);
    parsed.set(name, known);
    return known;
  };
  // What a letter includes is part of its words too.
  const parts = [...sources].flatMap(([name, source]) => (name.startsWith('part-') ? source : [])).join('\n');
  return { find, parts };
}

function parseLetter(source: string, part: (name: string) => string): ParsedLetter {
  const [, subject, body] = /^Subject: (.*)\n\n([\s\S]*)$/.exec(source) ?? [null, null, source];
  return {
    subject: subject ? compileLetter(subject, part) : null,
    body: compileLetter(body ?? source, part),
    source,
  };
}

/** Every letter and part of a language as it is written in its files. */
export function readSources({ language, address, gender }: Required<Spoken>): ReadonlyMap<string, string> {
  const folder = join(FOLDER, language);
  const polite = speechOf(language);
  const speech = polite && { ...polite, end: endsOf(polite, { language, address }) };
  const written = Object.fromEntries(
    readdirSync(folder).flatMap((file) => {
      const given = readFileSync(join(folder, file), 'utf8').trimEnd();
      const text = inGender(given, { language, gender });
      const addressed = address === 'familiar' ? inFamiliar(text, language) : text;
      const source = language === 'fr' ? withFrenchSpaces(addressed) : addressed;
      return speech
        ? Object.entries(readSections(source, speech))
        : namedLetters(file.replace(/\.liquid$/, ''), source);
    }),
  );
  const link = `{% if link %}{{ link_label }}${speech?.colon ?? COLON}{{ link }}{% endif %}`;
  return new Map([...Object.entries(written), ...glances(written), ['part-link', link]]);
}

const endsOf = (
  { end }: Speech,
  { language, address }: Pick<Required<Spoken>, 'language' | 'address'>,
): Speech['end'] =>
  address === 'polite'
    ? end
    : { formal: inFamiliar(end.formal, language), casual: inFamiliar(end.casual, language) };

/** Beside each pair of letters that has a file each: the title of the one, and what the other opens with. */
function glances(sources: Readonly<Record<string, string>>): [string, string][] {
  return Object.entries(sources).flatMap(([name, chat]): [string, string][] => {
    const [, type, tone] = /^(.+)\.chat\.(formal|casual)$/.exec(name) ?? [];
    if (!type || `${type}.glance.${tone}` in sources) return [];
    const [subject] = sources[`${type}.email.${tone}`]?.split('\n') ?? [];
    const [, opening, offer] = chat.split('\n\n');
    return [[`${type}.glance.${tone}`, `${subject}\n\n${opening}\n\n${offer}`]];
  });
}

/** A file is one letter or part, or a type's pieces, from which its letters are made. */
const namedLetters = (name: string, source: string): [string, string][] =>
  source.includes('\n--- formal opening\n')
    ? Object.entries(readPieces(source, { listsUnits: builtInType(name)?.listsUnits ?? false })).map(
        ([shape, letter]) => [`${name}.${shape}`, letter],
      )
    : [[name, source]];

const languages = new Map<string, ReturnType<typeof readLanguage>>();
const available: ReadonlySet<string> = new Set(LETTER_LANGUAGES);

const inLanguage = (spoken: Spoken): ReturnType<typeof readLanguage> => {
  const { language, address = 'polite', gender = 'masculine' } = spoken;
  const key = `${language} ${address} ${gender}`;
  const known = languages.get(key) ?? readLanguage({ language, address, gender });
  languages.set(key, known);
  return known;
};

/** The language of `wanted` (BCP 47) where there are letters in it; null where there are none. */
export function letterLanguage(wanted: string): string | null {
  const base = wanted.toLowerCase().split(/[-_]/)[0] ?? '';
  return available.has(base) ? base : null;
}

/** Writes the built-in letter; `view` is that of `makeView`. */
export function writeLetter({ type, family, tone, ask, ...spoken }: LetterKey & Asked, view: object): Letter {
  const { subject, body } = find(spoken, `${type}.${family}.${tone}${ask ? ASKED : ''}`);
  return {
    ...(subject ? { subject: written(subject, view) } : {}),
    body: written(body, ask ? { ...view, own_ask: ask } : view),
  };
}

/** What it asks for in the end, where that is not its own. */
type Asked = { ask?: string | null };

const ASKED = ' asked';
export const OWN_ASK = '{{ own_ask }}';
// What a letter asks for stands before where it leads to.
// A renewal names its sum above what it asks for, where it is known, and asks something else where it is not.
const SUMMED_ASK =
  /(\{% if contract\.sum %\}.+)\n\n.*\{% else %\}.*\{% endif %\}.*(?=\n\n\{% include 'part-link' %\})/;
const ITS_ASK = /(?<=\n\n)(?:.+\n)*.+(?=\n\n\{% include 'part-link' %\})/;

const askedOtherwise = (source: string): string =>
  SUMMED_ASK.test(source)
    ? source.replace(SUMMED_ASK, (_, sum: string) => `${sum}{% endif %}\n\n${OWN_ASK}`)
    : source.replace(ITS_ASK, () => OWN_ASK);

const written = (writing: Writing, view: object): string => oneStop(tidy(writing(view)));

// "… at Sample Foods Ltd." ends its sentence; two stops inside a name are its own.
const oneStop = (text: string): string => text.replace(/(?<!\.)\.\.(?=\s|$)/g, '.');

/** The line below a letter that says why it came and how to stop it; empty where none is needed. */
export const writeFooter = (spoken: Spoken, family: Family, view: object): string =>
  written(find(spoken, `footer.${family}`).body, view);

const letterSources = new Map<string, string>();

/** The fixed words of a letter and its parts: what they say was written here, and needs no other source. */
export function letterSource({ type, family, tone, ...spoken }: LetterKey): string {
  const name = `${type}.${family}.${tone}`;
  const key = `${spoken.language} ${spoken.address} ${spoken.gender} ${name}`;
  const known = letterSources.get(key) ?? `${find(spoken, name).source}\n${inLanguage(spoken).parts}`;
  letterSources.set(key, known);
  return known;
}

/** The letters of a type that the workspace made, in its own words within the frame of the built-in ones. */
export function ownWordings(
  pieces: LetterPieces,
  { defaultTone: tone, listsUnits = false }: Pick<CampaignType, 'defaultTone' | 'listsUnits'>,
): Record<Family, Wording> {
  const part = (name: string) => find({ language: FALLBACK }, name).source;
  const wording = (family: Family) => {
    const { subject, body } = assembleLetter(pieces, { family, tone, listsUnits }, part);
    return parseWording(family, { ...(subject ? { subject } : {}), body });
  };
  return { email: wording('email'), chat: wording('chat'), glance: wording('glance') };
}

/** A language, in one form of address, beside a word of one gender. */
type Spoken = Pick<LetterKey, 'language' | 'address' | 'gender'>;

const find = (spoken: Spoken, name: string): ParsedLetter => inLanguage(spoken).find(name);
