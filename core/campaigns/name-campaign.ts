import { formatDate } from '../../lib/dates.ts';
import { checkFilter } from '../audience/check-filter.ts';
import { everybody } from '../audience/filter.ts';
import { filterNames } from '../audience/filter-name.ts';
import { offeredType } from '../content/find-type.ts';
import type { Ctx } from '../context.ts';
import { readFields } from '../fields/registry.ts';

type Named = { type: string; filter?: unknown; topic?: string | null | undefined };

/**
 * A short name for a campaign that nobody named: what it is, for whom, and of when: "Renewal, Hilton, October 2027".
 * Throws what `checkFilter` and
 * `offeredType` throw.
 */
export async function nameCampaign(ctx: Ctx, { type, filter = everybody, topic }: Named): Promise<string> {
  const words = filterNames(checkFilter(filter, await readFields(ctx)));
  const what = (await offeredType(ctx, type)).label;
  const about = topic ? [shortTopic(topic)] : [];
  const name = [what, ...about, ...words].slice(0, MOST_PARTS).join(', ');
  return (name === what ? `${what}, ${formatDate(ctx.today)}` : name).slice(0, 120);
}

/** Its first sentence, cut between words. */
function shortTopic(topic: string): string {
  const [first = ''] = topic.replaceAll(/\s+/g, ' ').split(/(?<=[^.!?][.!?]) /);
  const said = first.replace(/[\s.!?]+$/, '');
  return said.length > MOST_TOPIC ? `${said.slice(0, MOST_TOPIC).replace(/\s+\S*$/, '')} …` : said;
}

const MOST_TOPIC = 40;
// As much as fits a line of a list.
const MOST_PARTS = 4;
