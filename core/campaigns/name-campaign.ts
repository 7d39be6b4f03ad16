import { formatDate } from '../../lib/dates.ts';
import { checkFilter } from '../audience/check-filter.ts';
import { describePeriod } from '../audience/describe-dates.ts';
import { type Clause, clausesOf, everybody } from '../audience/filter.ts';
import { campaignType } from '../content/types.ts';
import type { Ctx } from '../context.ts';
import { readFields } from '../fields/registry.ts';
import { countryName } from '../places/countries.ts';

type Named = { type: string; filter?: unknown; topic?: string | null | undefined };

/**
 * A short name for a campaign that nobody named: what it is, for whom, and of when: "Renewal, Hilton, October 2027".
 * Throws what `checkFilter`
 * and `campaignType` throw.
 */
export async function nameCampaign(ctx: Ctx, { type, filter = everybody, topic }: Named): Promise<string> {
  const checked = checkFilter(filter, await readFields(ctx));
  const words = clausesOf(checked).flatMap(({ clause, isNegated }) => (isNegated ? [] : wordsOf(clause)));
  const what = campaignType(type).label;
  const parts = [what, ...(topic ? [topic] : []), ...new Set(words)].map((part) =>
    part.replaceAll(/\s+/g, ' ').slice(0, 40),
  );
  const name = parts.slice(0, MOST_PARTS).join(', ');
  return (name === what ? `${what}, ${formatDate(ctx.today)}` : name).slice(0, 120);
}

// As much as fits a line of a list.
const MOST_PARTS = 4;
const WHO = new Set(['brand', 'owner_group', 'type', 'city', 'country', 'region', 'tier', 'tag', 'size']);

function wordsOf(clause: Clause): string[] {
  if (clause.op === 'in' && WHO.has(clause.field)) {
    const values = clause.values.map((value) =>
      clause.field === 'country' ? countryName(String(value)) : String(value),
    );
    return [values.length > 2 ? `${values[0]} and ${values.length - 1} more` : values.join(' and ')];
  }
  if (clause.op === 'between' && clause.field === 'contract_end' && clause.from && clause.to) {
    return [describePeriod({ from: String(clause.from), to: String(clause.to) })];
  }
  return [];
}
