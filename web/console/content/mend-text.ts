import type { Fix } from '../../../core/content/verify/finding.ts';
import { SENTENCE_END } from '../../../lib/sentence-end.ts';

type Mended = { words?: string | undefined; fix: Fix };

/** A text once a finding was seen to; as it was where that changes nothing of it. */
export function mendText(text: string, { words, fix }: Mended): string {
  if (fix.do === 'add') return `${text.trimEnd()}\n\n${fix.text}`;
  if ((fix.do !== 'replace' && fix.do !== 'leave_out') || !words) return text;
  const at = text.toLowerCase().indexOf(words.toLowerCase());
  if (at < 0) return text;
  const [from, to] = fix.do === 'leave_out' ? sentenceAround(text, at, words) : [at, at + words.length];
  const say = fix.do === 'leave_out' ? '' : fix.with;
  const put = /^\p{Lu}/u.test(text.slice(at)) ? say.charAt(0).toUpperCase() + say.slice(1) : say;
  const mended = `${text.slice(0, from)}${put}${text.slice(to)}`;
  return put === '' ? closed(mended) : mended;
}

type Letter = { subject?: string | undefined; body?: string; ask?: string | undefined };

/** A letter once a finding was seen to; what nothing is left of is the built-in letter's own again. */
export function mendLetter<L extends Letter>(letter: L, finding: Mended): L {
  const { subject, body, ask, ...rest } = letter;
  const [title, text] = [
    subject === undefined || finding.fix.do === 'add' ? subject : mendSubject(subject, finding),
    body === undefined ? body : mendText(body, finding),
  ];
  const asked = ask === undefined || finding.fix.do === 'add' ? ask : mendText(ask, finding);
  return {
    ...rest,
    ...(title ? { subject: title } : {}),
    ...(text ? { body: text } : {}),
    ...(asked ? { ask: asked } : {}),
  } as L;
}

/** A subject once a finding was seen to: the words alone, as without its sentence there is none. */
function mendSubject(subject: string, { words, fix }: Mended): string {
  if (fix.do !== 'leave_out') return mendText(subject, { words, fix });
  const mended = mendText(subject, { words, fix: { do: 'replace', with: '' } });
  if (mended === subject) return subject;
  const bare = mended.replace(/^[\s\p{Po}\p{Pd}]+/u, '');
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}

/** Where the sentence with these words begins and ends; the words alone where it is none, or has a field in it. */
function sentenceAround(text: string, at: number, words: string): [from: number, to: number] {
  const lineFrom = text.lastIndexOf('\n', at) + 1;
  const lineTo = text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at);
  let from = lineFrom;
  for (const sentence of text.slice(lineFrom, lineTo).split(SENTENCE_END)) {
    const begins = text.indexOf(sentence, from);
    from = begins + sentence.length;
    if (begins > at || from < at + words.length) continue;
    const isSentence = /[.!?…。！？]$/u.test(sentence) && !/[{}]/.test(sentence);
    return isSentence ? [begins, from] : [at, at + words.length];
  }
  return [at, at + words.length];
}

/** Without the hole that words leave behind. */
const closed = (text: string): string =>
  text
    .replace(/[^\S\n]{2,}/g, ' ')
    .replace(/[^\S\n]+([.,;:!?])/g, '$1')
    .replace(/^[^\S\n]+|[^\S\n]+$/gm, '')
    .replace(/^[,;:][^\S\n]*/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
