import type { Token } from '../tokens.ts';

export const isStop = ({ kind, text }: Token): boolean =>
  kind === 'mark' && ['.', '!', '?', ';'].includes(text);

/** "about a maintenance from 2 to 4 am", "2-4am": how long something lasts, and no hour to send at. */
export const isSpan = (tokens: readonly Token[], at: number): boolean =>
  ['to', '-', '–', 'until', 'till'].includes(tokens[at]!.word || tokens[at]!.text) &&
  /^\d/.test(tokens[at + 1]?.text ?? '') &&
  tokens.slice(Math.max(0, at - 3), at).some(({ text }) => /^\d/.test(text));
