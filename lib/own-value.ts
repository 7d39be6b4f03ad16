/** What a list has under a word that somebody typed: "constructor" is in every object and in none of the lists. */
export const ownValue = <T>(list: Readonly<Record<string, T>>, word: string): T | undefined =>
  Object.hasOwn(list, word) ? list[word] : undefined;
