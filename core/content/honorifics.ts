// How a person's name is headed or followed in a greeting, by the customs of each language; a title that the record has
// already is neither doubled nor lost.

/** Titles that a record has before a name, where the language brings its own. */
const PLAIN =
  /^(?:khun|k\.|คุณ|นางสาว|น\.ส\.|นาง|นาย|mr\.?|mrs\.?|ms\.?|miss|herr|frau|m\.|mme|sr\.?|sra\.?)(?:\s+|(?<=[\u0e00-\u0e7f].*)(?=\p{L}))/iu;
/** The name without a title that the language does not use. */
export const withoutTitle = (name: string): string => name.replace(PLAIN, '') || name;

const THAI = /^[\u0e00-\u0e7f]/;
/** Who is a doctor, a professor, an officer or of rank is not called คุณ as well. */
const THAI_RANK =
  /^(?:ดร\.|ศ\.|รศ\.|ผศ\.|ศาสตราจารย์|นพ\.|พญ\.|ทพ\.|ทพญ\.|อาจารย์|ม\.ร\.ว\.|ม\.ล\.|พล\.|พ\.ต\.|ร\.ต\.|(?:dr|prof)\b)/iu;

/** "คุณสมชาย", "คุณ Arthit", "ดร.สมชาย": Thai writes on, and parts another script by a space. */
export function thaiName(name: string): string {
  if (THAI_RANK.test(name)) return name;
  const called = withoutTitle(name);
  return `คุณ${THAI.test(called) ? '' : ' '}${called}`;
}

/** What follows a name and honours it as 様 does. */
const JAPANESE_TITLE = /(?:先生|教授|博士|社長|会長|部長|課長|支配人|店長)$/u;

/** "見本 太郎 様"; "見本先生" is honoured enough. */
export function japaneseName(name: string): string {
  const called = withoutTitle(name).replace(/\s*(?:様|さま|さん|殿|氏)$/u, '') || name;
  return JAPANESE_TITLE.test(called) ? called : `${called} 様`;
}

const HE = /^(?:sr|don|d|mr|herr|m)(?:\.|\s)/iu;
const SHE = /^(?:sra|srta|doña|dña|dª|dra|dona|mrs|ms|miss|frau|mme)(?:\.|\s)/iu;

/** "Estimado" or "Estimada" where a title tells, else both. */
export const byTitle = (name: string, [he, she, both]: readonly [string, string, string]): string =>
  SHE.test(name) ? she : HE.test(name) ? he : both;
