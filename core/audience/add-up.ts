import { sumsOf } from '../../db/queries/audience-count.ts';
import { AppError } from '../../lib/errors.ts';
import type { Ctx } from '../context.ts';
import type { Field } from '../fields/field.ts';
import { demand } from '../tenants/roles.ts';
import { checkFilter } from './check-filter.ts';
import { amountOf } from './compile-clause.ts';
import { compileFilter } from './compile-filter.ts';
import { describeFilter } from './describe-filter.ts';
import { readFilterScope } from './filter-scope.ts';
import { sayValue } from './say-value.ts';

export type AddedUp = {
  /** Label of the field, and whom it was added up of, in words. */
  field: string;
  words: string;
  customers: number;
  /** Of how many it is known; an amount in another currency than the workspace's is not. */
  known: number;
  /** Each in words, money with its currency; null where it is known of nobody. */
  figures: { total: string; average: string; median: string; lowest: string; highest: string } | null;
};

/**
 * What a number or an amount comes to over the customers of a filter: its sum, mean, median and ends over those of whom it
 * is known. Contract values are by the year. Throws what `checkFilter` throws, and `filter:invalid` for a field that is
 * neither a number nor an amount.
 */
export async function addUp(ctx: Ctx, input: { filter: unknown; field: string }): Promise<AddedUp> {
  demand(ctx.actor, 'read');
  const scope = await readFilterScope(ctx, input.filter);
  const field = scope.fields.find(({ key }) => key === input.field);
  if (!field || !isAmount(field))
    throw new AppError('filter:invalid', `“${input.field}” is nothing that can be added up.`, {
      nextStep: `Use one of: ${scope.fields
        .filter(isAmount)
        .map(({ key }) => key)
        .join(', ')}.`,
    });
  const filter = checkFilter(input.filter, scope.fields);
  const amount = amountOf(field, scope);
  const { rows } = await ctx.tx.execute<{ customers: number; known: number } & Numbers>(
    sumsOf(compileFilter(filter, scope), amount),
  );
  const { customers, known, ...numbers } = rows[0]!;
  const digits = field.kind === 'money' ? 1 : 10;
  const say = (value: number | null) =>
    sayValue(Math.round(Number(value) * digits) / digits, { field, words: scope });
  return {
    ...{ field: field.label, words: describeFilter(filter, scope), customers, known },
    figures:
      known === 0
        ? null
        : {
            ...{ total: say(numbers.total), average: say(numbers.average), median: say(numbers.median) },
            ...{ lowest: say(numbers.lowest), highest: say(numbers.highest) },
          },
  };
}

const isAmount = ({ key, kind }: Field): boolean =>
  (kind === 'number' || kind === 'money') && key !== 'random';

type Numbers = Record<'total' | 'average' | 'median' | 'lowest' | 'highest', number | null>;
