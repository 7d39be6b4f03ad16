/** A stretch of a text, with what is known of it. */
export type Piece<Mark> = { text: string; mark?: Mark };

/** The text in pieces: wherever the words of a mark stand, longer words first, each place once. */
export function cut<Mark extends { words: string }>(text: string, marks: readonly Mark[]): Piece<Mark>[] {
  const byLength = marks
    .filter(({ words }) => words !== '')
    .toSorted((a, b) => b.words.length - a.words.length);
  let pieces: Piece<Mark>[] = [{ text }];
  for (const mark of byLength)
    pieces = pieces.flatMap((piece) => (piece.mark ? [piece] : split(piece.text, mark)));
  return pieces.filter((piece) => piece.text !== '');
}

function split<Mark extends { words: string }>(text: string, mark: Mark): Piece<Mark>[] {
  const pieces: Piece<Mark>[] = [];
  let from = 0;
  for (let at = text.indexOf(mark.words); at >= 0; at = text.indexOf(mark.words, at + 1)) {
    const end = at + mark.words.length;
    if (at < from || isInsideWord(text, at) || isInsideWord(text, end)) continue;
    pieces.push({ text: text.slice(from, at) }, { text: mark.words, mark });
    from = end;
  }
  return [...pieces, { text: text.slice(from) }];
}

// Thai, Chinese and Japanese write their words together: there a value may stand anywhere.
const SPACED = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]/u;
const isInsideWord = (text: string, at: number): boolean =>
  SPACED.test(text.charAt(at - 1)) && SPACED.test(text.charAt(at));
