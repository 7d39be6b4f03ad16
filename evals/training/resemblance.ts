// Keeps what measures apart from what is learnt: a sentence that nearly is a measured case is not learnt from.
import { fold } from '../../lib/text.ts';

/** Of all pieces of three letters in both texts, so many are shared when they are "nearly the same". */
const ALIKE = 0.7;

export function createResemblance(texts: readonly string[]): (text: string) => boolean {
  const known = texts.map(piecesOf);
  const byPiece = new Map<string, number[]>();
  known.forEach((pieces, at) => {
    for (const piece of pieces) byPiece.set(piece, [...(byPiece.get(piece) ?? []), at]);
  });
  return (text) => {
    const pieces = piecesOf(text);
    const shared = new Map<number, number>();
    for (const piece of pieces)
      for (const at of byPiece.get(piece) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
    return [...shared].some(([at, count]) => count / (pieces.size + known[at]!.size - count) >= ALIKE);
  };
}

function piecesOf(text: string): Set<string> {
  const edged = ` ${fold(text)} `;
  return new Set(Array.from({ length: Math.max(1, edged.length - 2) }, (_, at) => edged.slice(at, at + 3)));
}
