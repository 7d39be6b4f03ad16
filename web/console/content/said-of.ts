import { t } from '../words/t.ts';
import { plainWords } from '../words.ts';

const FIELDS: Readonly<Record<string, string>> = {
  name: t('Name'),
  filter: t('Audience'),
  channels: t('Channels'),
  schedule: t('When'),
  tone: t('Tone'),
  length: t('Length'),
  address: t('Form of address'),
  topic: t('What it is about'),
  offer: t('Offer'),
  image: t('Picture'),
  link: t('Where a tap or a button leads'),
  language: t('Language'),
  variants: t('Variants'),
  groups: t('Words for a group'),
  wording: t('Own words'),
  messages: t('Messages by hand'),
  leaveOutFaulty: t('Whether customers whose messages must not go out are left out'),
};

/** A field of a draft as people call it. */
export const fieldWords = (field: string): string =>
  FIELDS[field] ?? plainWords(field.replace(/[A-Z]/g, (sign) => ` ${sign.toLowerCase()}`));

/** A value of a draft in lines that anybody can read: “email · subject: Two words”. */
export const saidOf = (value: unknown): string => linesOf(value, []).join('\n') || t('nothing');

function linesOf(value: unknown, path: readonly string[]): string[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object'))
    return value.length > 0 ? [labelled(path, value.join(', '))] : [];
  if (typeof value === 'object') {
    const parts = Array.isArray(value) ? value.map((one) => ['', one] as const) : Object.entries(value);
    return parts.flatMap(([key, one]) => linesOf(one, key ? [...path, plainWords(key)] : path));
  }
  return [labelled(path, typeof value === 'boolean' ? (value ? t('yes') : t('no')) : String(value))];
}

const labelled = (path: readonly string[], words: string): string =>
  path.length > 0 ? `${path.join(' · ')}: ${words}` : words;
