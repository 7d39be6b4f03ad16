// A condition that may belong to one part of a sentence or to all of it.
import type { Frame } from '../frame.ts';
import type { Item } from '../items.ts';
import type { Question } from '../types.ts';
import { reword } from './ask.ts';

/** A condition with the preposition before it: "in Bangkok". */
function placed({ reader }: Frame, { start, text }: Item): string {
  const before = reader.tokens[start - 1]?.word ?? '';
  return ['in', 'at', 'from', 'on'].includes(before) ? `${before} ${text}` : text;
}

export function attachment(frame: Frame): Question | null {
  const { doubt } = frame.scope;
  if (!doubt) return null;
  const { condition, exceptionAt, phrase } = doubt;
  const word = placed(frame, condition.item);
  if (exceptionAt === null) {
    const end = { start: frame.reader.tokens.length - 1, end: frame.reader.tokens.length };
    const last = frame.reader.tokens.at(-1)!.text;
    return {
      text: `Does “${word}” hold for ${phrase} too?`,
      choices: [
        { label: 'Yes, for all of them', say: reword(frame, end, `${last} ${word}`) },
        { label: `No, every ${phrase} customer`, say: `${frame.sentence} specifically` },
      ],
    };
  }
  const before = frame.reader.tokens[exceptionAt]!;
  const moved = `${frame.sentence.slice(0, before.start)}${word} ${frame.sentence.slice(before.start)}`;
  const cut = moved.lastIndexOf(word);
  const everywhere = `${moved.slice(0, cut).replace(/\b(in|at|from)\s*$/u, '')}${moved.slice(cut + word.length)}`;
  return {
    text: `Does “${word}” belong to everybody, or only to the exception?`,
    choices: [
      { label: `Only customers ${word}, without ${phrase}`, say: everywhere.replace(/\s+/g, ' ').trim() },
      { label: `Everybody, except ${phrase} ${word}`, say: `${frame.sentence} specifically` },
    ],
  };
}
