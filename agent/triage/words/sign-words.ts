/** Between letters of languages with spaces. */
export const words = (...parts: string[]) => `(?<![\\p{L}\\p{N}])(?:${parts.join('|')})(?![\\p{L}\\p{N}])`;
