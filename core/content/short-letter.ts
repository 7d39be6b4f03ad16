// “Half as long”: the letter without what can go, and what is said where nothing can.
import type { Letter } from './letters.ts';
import { shortenText } from './shorten-text.ts';
import type { Finding } from './verify/finding.ts';
import type { View } from './view.ts';
import type { Wording } from './wording.ts';

type Input = {
  write: (view: View) => Letter;
  view: View;
  /** Whose body a person wrote. */
  own: Wording | null;
  /** What the checks hold against a letter. */
  faultsOf: (letter: Letter) => number;
};

/** The letter as it stands in `view`; shortened, with what it is in full, where it is to be short. */
export function shortLetter({ write, view, own, faultsOf }: Input): {
  letter: Letter;
  inFull: Letter | null;
} {
  const letter = write(view);
  if (view.in_full) return { letter, inFull: null };
  const inFull = write({ ...view, in_full: true });
  // Who wrote what a short letter leaves out has said what can go.
  if (!own || own.source.includes('in_full')) return { letter, inFull };
  const faults = faultsOf(letter);
  const isSound = (body: string) => faultsOf({ ...letter, body }) <= faults;
  const names = [view.customer.name, view.contact.name, ...(view.units ?? [])].filter(
    (name) => name !== null,
  );
  return { letter: { ...letter, body: shortenText(letter.body, { names, isSound }) }, inFull };
}

export const noteShort = (letter: Letter, inFull: Letter | null): Finding[] =>
  inFull?.body === letter.body
    ? [
        {
          severity: 'warning',
          place: 'body',
          message: 'It is as short as it can be by itself: everything in it says or asks something.',
          repair: 'Cut it by hand, or take the full length again.',
        },
      ]
    : [];
