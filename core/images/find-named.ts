import { AppError } from '../../lib/errors.ts';
import { fold, joinWords } from '../../lib/text.ts';
import type { Ctx } from '../context.ts';
import { type ListedImage, listImages } from './read-images.ts';

const NAMED = 5;

/**
 * The picture of the library that a person means by some words of its name or of what it shows; no words mean the only one.
 * Throws `input:invalid` where none fits, or several do.
 */
export async function findImageNamed(ctx: Ctx, words: string): Promise<string> {
  const all = await listImages(ctx);
  const exact = all.filter(({ name }) => fold(name) === fold(words));
  const found = exact.length > 0 ? exact : all.filter((image) => fits(image, words));
  if (found.length === 1) return found[0]!.id;
  throw new AppError('input:invalid', sayingWhy(found.length, words), {
    nextStep:
      all.length === 0
        ? 'Add one first: in the settings, under “Pictures”.'
        : `Name one of them: ${joinWords((found.length > 1 ? found : all).slice(0, NAMED).map(({ name }) => `“${name}”`))}.`,
    where: { path: 'picture' },
  });
}

function fits({ name, alternative }: ListedImage, words: string): boolean {
  const has = new Set(fold(`${name} ${alternative}`).split(' '));
  return fold(words)
    .split(' ')
    .filter(Boolean)
    .every((word) => has.has(word));
}

const sayingWhy = (found: number, words: string): string => {
  const called = words ? ` that “${words.slice(0, 60)}” fits` : '';
  return found === 0
    ? `There is no picture${called} in the library.`
    : `There are ${found} pictures${called} in the library.`;
};
