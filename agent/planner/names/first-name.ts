// Colleagues by their first names, as they are spoken of.
import { fold } from '../../../lib/text.ts';
import type { PlannerInput } from '../types.ts';

export const firstNameOf = (name: string): string => fold(name).split(' ')[0]!;

export const firstNames = ({ vocabulary }: PlannerInput): ReadonlySet<string> =>
  new Set(vocabulary.people.map(({ name }) => firstNameOf(name)));

export const isFirstName = (word: string, { vocabulary }: PlannerInput): boolean =>
  vocabulary.people.some(({ name }) => firstNameOf(name) === word);
