// What is said about a campaign when there is none: what should it be about?
import type { Frame } from '../frame.ts';
import type { Choice, Plan } from '../types.ts';
import { ask } from './ask.ts';

const NO_CAMPAIGN =
  'There is no campaign here yet. Say who should get what, for instance “draft renewal reminders for all customers expiring next month”.';

export const noCampaign = (frame: Frame): Plan => ask({ text: NO_CAMPAIGN, choices: examples(frame) }, frame);

/** Sentences that make something of their own. */
export function examples({ input }: Frame): Choice[] {
  const brand = input.vocabulary.brands[0]?.name;
  const says = [
    ...(brand ? [`How many ${brand} customers expire this quarter?`] : []),
    'Draft renewal reminders for all customers expiring next month',
    'What can you do?',
  ];
  return says.map((say) => ({ label: say, say }));
}
