import type { Token } from '../tokens.ts';

export const isStop = ({ kind, text }: Token): boolean =>
  kind === 'mark' && ['.', '!', '?', ';'].includes(text);
