import type { Clause } from '../../../core/audience/filter.ts';
import type { FieldView } from '../../../routes/fields.ts';
import { t } from '../words/t.ts';

type Operator = Clause['op'];
export type Way = { op: Operator; isNot: boolean; words: string };

const WAYS: Record<Operator, { is: string; isNot: string }> = {
  in: { is: t('is'), isNot: t('is not') },
  between: { is: t('is from … to'), isNot: t('is not from … to') },
  contains: { is: t('contains'), isNot: t('does not contain') },
  like: { is: t('is spelled like'), isNot: t('is not spelled like') },
  known: { is: t('is known'), isNot: t('is not known') },
  did: { is: t('happened'), isNot: t('did not happen') },
  top: { is: t('is among the top'), isNot: '' },
};

/** What a condition on a field may say, in words. */
export const waysOf = (field: FieldView): Way[] =>
  (field.operators as Operator[]).flatMap((op) => {
    const { is, isNot } = WAYS[op];
    const positive = { op, isNot: false, words: is };
    return isNot ? [positive, { op, isNot: true, words: isNot }] : [positive];
  });

/** An unfinished condition of that kind. */
export function emptyClause(field: FieldView, op: Operator): Clause {
  const of = { field: field.key };
  switch (op) {
    case 'in':
      return { op, ...of, values: [] };
    case 'between':
      return { op, ...of, from: null, to: null };
    case 'contains':
    case 'like':
      return { op, ...of, text: '' };
    case 'known':
      return { op, ...of };
    case 'did':
      return { op, ...of, from: null, to: null };
    case 'top':
      return {
        op,
        ...of,
        end: 'highest',
        count: 10,
        ...(field.key === 'random' ? { seed: 'builder' } : {}),
      };
  }
}

/** The first thing that somebody wants to say of it: a range of a date or a number, a value of the rest. */
export const firstClause = (field: FieldView): Clause => {
  const usual: Operator[] = ['date', 'number', 'money'].includes(field.kind) ? ['between'] : ['in', 'did'];
  const op = usual.find((one) => field.operators.includes(one)) ?? (field.operators[0] as Operator);
  return emptyClause(field, op);
};
