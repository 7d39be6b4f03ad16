import type { Fix } from '../../../core/content/verify/finding.ts';

/** A text once a finding was seen to; as it was where that changes nothing of it. */
export function mendText(text: string, { words, fix }: { words?: string | undefined; fix: Fix }): string {
  if (fix.do === 'add') return `${text.trimEnd()}\n\n${fix.text}`;
  if (fix.do !== 'replace' || !words) return text;
  const at = text.toLowerCase().indexOf(words.toLowerCase());
  if (at < 0) return text;
  const put = /^\p{Lu}/u.test(text.slice(at))
    ? fix.with.charAt(0).toUpperCase() + fix.with.slice(1)
    : fix.with;
  const mended = `${text.slice(0, at)}${put}${text.slice(at + words.length)}`;
  return fix.with === '' ? closed(mended) : mended;
}

/** Without the hole that words leave behind. */
const closed = (text: string): string =>
  text
    .replace(/[^\S\n]{2,}/g, ' ')
    .replace(/[^\S\n]+([.,;:!?])/g, '$1')
    .replace(/[^\S\n]+$/gm, '')
    .trim();
