import type { Filter } from '../../../core/audience/filter.ts';
import type { Draft, Group } from '../../../core/campaigns/draft.ts';
import type { ContactRole } from '../../../core/customers/roles.ts';
import { type Given, toGiven, toVariant } from './variant-given.ts';

/** A group's words as a form holds them: what is empty is as the draft has it. */
export type GroupGiven = Given & { language: Group['language'] | ''; roles: readonly ContactRole[] };

export const toGroupGiven = ({ filter: _, roles = [], language, ...said }: Group): GroupGiven => ({
  ...{ ...toGiven(said), roles },
  language: language ?? '',
});

/** The group that a form means, by roles alone of all customers; null while it is for nobody or says nothing otherwise. */
export function toGroup(filter: Filter | null, { language, roles, ...given }: GroupGiven): Group | null {
  const { name: _, ...said } = toVariant(given);
  const all = { ...said, ...(language ? { language } : {}) };
  const whose = filter ?? (roles.length > 0 ? { all: [] } : null);
  if (!whose || Object.keys(all).length === 0) return null;
  return { filter: whose, ...(roles.length > 0 ? { roles: [...roles] } : {}), ...all };
}

export type Whom = { field: string; value: string };

/** Those with one value of one field, which a list can show; null for whom a sentence meant otherwise. */
export const whomOf = (filter: Filter): Whom | null =>
  'op' in filter && filter.op === 'in' && filter.values.length === 1
    ? { field: filter.field, value: String(filter.values[0]) }
    : null;

export const filterOfWhom = ({ field, value }: Whom): Filter => ({ op: 'in', field, values: [value] });

/** Those of the audience whom a group means; what ranks stays at the top of the tree. */
export const among = (audience: Filter, group: Filter): Filter => ({
  all: [...('all' in audience ? audience.all : [audience]), group],
});

/** What these would get, the groups as they would then stand; everybody's while the form means nobody yet. */
export const bodyOf = (
  { name: _, ...draft }: Draft,
  {
    groups,
    filter,
    roles,
  }: { groups: readonly Group[]; filter: Filter | null; roles: readonly ContactRole[] },
): string =>
  JSON.stringify({
    ...draft,
    ...{ groups, variants: [] },
    ...(roles.length > 0 ? { roles } : {}),
    filter: filter ? among(draft.filter, filter) : draft.filter,
  });
