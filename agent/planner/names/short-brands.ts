// Brands by the part of their name that sets them apart: "the Express ones", "Garden Inn", "courtyards", "JWs".
import type { Vocabulary } from '../../../core/vocabulary.ts';
import { stems } from '../tokens.ts';

/** `parent` must be named in the same sentence, unless the short name stands for itself. */
export type ShortBrand = { brand: string; phrase: string; parent: string | null };
type Brand = Vocabulary['brands'][number];

export function shortBrands({ brands }: Pick<Vocabulary, 'brands'>): ShortBrand[] {
  const found = brands.flatMap((brand) => shortNamesOf(brand, brands));
  const taken = new Set(brands.flatMap(({ name, aliases }) => [name, ...aliases]).map(keyOf));
  return found.filter(({ phrase }) => !taken.has(phrase));
}

const keyOf = (phrase: string): string => stems(phrase).join(' ');

function shortNamesOf(brand: Brand, brands: readonly Brand[]): ShortBrand[] {
  const short: ShortBrand[] = [];
  const plain = keyOf(brand.name).replace(TAIL, '');
  if (plain !== keyOf(brand.name) && plain.length > 1)
    short.push({ brand: brand.name, phrase: plain, parent: null });
  const first = brand.parent === null ? onlyFirst(brand, brands) : null;
  if (first) short.push({ brand: brand.name, phrase: first, parent: null });
  const by = /^(.+?) (?:collection )?by .+$/i.exec(brand.name)?.[1];
  if (by) short.push({ brand: brand.name, phrase: keyOf(by), parent: null });
  for (const parent of ancestorsOf(brand.name, brands)) {
    const rest = keyOf(brand.name)
      .split(' ')
      .filter((word) => !keyOf(parent).split(' ').includes(word))
      .join(' ')
      .replace(/ by$|^by /, '');
    const isCode = new RegExp(`(^| )${rest}( |$)`, 'i').exec(brand.name)?.[0].trim() === rest.toUpperCase();
    if (rest)
      short.push({ brand: brand.name, phrase: rest, parent: isCode && rest.length < 4 ? null : parent });
  }
  return short;
}

/** "NH Hotels" are NHs. */
const TAIL = / (hotel|resort|hotel resort|cafe|fitness|residence|restaurant|club|gym|group)$/;

/** "Waldorf": the long first word of one brand only. */
function onlyFirst({ name }: Brand, brands: readonly Brand[]): string | null {
  const [first = '', ...rest] = keyOf(name).split(' ');
  const others = brands.filter((one) => one.name !== name && keyOf(one.name).split(' ').includes(first));
  return rest.length > 0 && first.length > 5 && others.length === 0 ? first : null;
}

/** The brands that one belongs to, the nearest first. */
export function ancestorsOf(name: string, brands: readonly Brand[]): string[] {
  const found: string[] = [];
  let parent = brands.find((brand) => brand.name === name)?.parent ?? null;
  while (parent !== null && !found.includes(parent)) {
    found.push(parent);
    parent = brands.find((brand) => brand.name === parent)?.parent ?? null;
  }
  return found;
}
