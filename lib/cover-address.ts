// What looks like somebody's address in a text. Ids of platforms do not: they are only known where they stand.
const MAIL = /([\p{L}\p{N}_.+-])[\p{L}\p{N}_.+-]*@([\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)/gu;
const PHONE = /\+\d[\d ()-]{6,}\d/g;

/** The text with them covered: enough is left to tell one from another. */
export const coverAddresses = (text: string): string =>
  text.replace(MAIL, '$1___@$2').replace(PHONE, (number) => `${number.slice(0, 3)}…${number.slice(-2)}`);

export const namesAddress = (text: string): boolean => text.search(MAIL) >= 0 || text.search(PHONE) >= 0;
