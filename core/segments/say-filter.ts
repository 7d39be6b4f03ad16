/**
 * A filter's description as a request that is read as that filter again: what only explains is left out, and commas join,
 * which nobody reads as “or”. Null for alternatives, which a sentence would blur.
 */
export function sayFilter(words: string): string | null {
  const plain = words.replace(/\s*\((?:with |\d)[^()]*\)/g, '');
  return /[()]|, or /.test(plain) ? null : `Find customers where ${plain.replaceAll(', and ', ', ')}`;
}
