// Tells the languages of the Latin script apart by their words and pieces of words.
import { plainText } from '../../../lib/text.ts';
import { hash } from './features.ts';
import { type LinearModel, predict, type Vector } from './linear-model.ts';

export const LANGUAGE_BUCKETS = 2 ** 12;
// Half a dozen words are enough; a foreign quotation further down must not count.
const READ_CHARACTERS = 400;

export function languageFeatures(text: string): Vector {
  const words =
    plainText(text)
      .slice(0, READ_CHARACTERS)
      .match(/[\p{L}\p{M}']+/gu) ?? [];
  const features = words.flatMap((word) => [`w ${word}`, ...piecesOf(`‹${word}›`)]);
  const value = 1 / Math.sqrt(features.length || 1);
  return {
    buckets: features.map((feature) => hash(feature) % LANGUAGE_BUCKETS),
    values: features.map(() => value),
  };
}

const piecesOf = (edged: string): string[] =>
  [1, 2, 3, 4].flatMap((size) =>
    Array.from({ length: Math.max(0, edged.length - size + 1) }, (_, at) => edged.slice(at, at + size)),
  );

/** The likeliest language first, with its probability. */
export const guessLanguages = (model: LinearModel, text: string): { language: string; share: number }[] =>
  predict(model, languageFeatures(text))
    .map((share, at) => ({ language: model.labels[at]!, share }))
    .sort((a, b) => b.share - a.share);
