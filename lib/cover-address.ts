// What looks like somebody's address in a text. Ids of platforms do not: they are only known where they stand.
const MAIL = /([\p{L}\p{N}_.+-])[\p{L}\p{N}_.+-]*@([\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)/gu;
const PHONE = /\+\d[\d ()-]{6,}\d/g;

/** The text with them covered: enough is left to tell one from another. */
export const coverAddresses = (text: string): string =>
  text.replace(MAIL, '$1___@$2').replace(PHONE, (number) => `${number.slice(0, 3)}…${number.slice(-2)}`);

export const namesAddress = (text: string): boolean => text.search(MAIL) >= 0 || text.search(PHONE) >= 0;

/** Fields that are an address whatever they look like: a number, an id of a platform. */
const FIELDS = new Set(['address', 'identifier', 'phone', 'email', 'contact', 'externalId']);

const coverField = (text: string): string => {
  const covered = coverAddresses(text);
  return covered === text && /^[\d\s()+-]{5,}$|^[A-Za-z]?[0-9a-f]{20,}$/i.test(text)
    ? `${text.slice(0, 2)}…`
    : covered;
};

/** The same value with what looks like an address covered; what it was made of stays as it is. */
export function cover(value: unknown, field?: string): unknown {
  if (typeof value === 'string')
    return field && FIELDS.has(field) ? coverField(value) : coverAddresses(value);
  if (Array.isArray(value)) return value.map((item) => cover(item, field));
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cover(item, key)]));
}
