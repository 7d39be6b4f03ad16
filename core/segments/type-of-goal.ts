import { fold } from '../../lib/text.ts';
import { listCampaignTypes } from '../content/find-type.ts';
import type { Ctx } from '../context.ts';

// What people want, where they do not call it by the name of a campaign.
const WANTED: readonly (readonly [RegExp, string])[] = [
  [/ (sell|buy|book|take|add) (\w+ )?(more|another|additional|extra) /, 'upsell'],
  [
    / (left us|(we|have) lost|lost (customers?|contracts?)|(come|get|win) (\w+ )?back|former customers?|reactivat\w+) /,
    'win_back',
  ],
  [/ (renew|renewals?|expir\w+) /, 'renewal'],
  [/ (nps|net promoter) /, 'survey'],
  [/ (refer|referrals?|recommend\w*) /, 'referral'],
  [/ (satisfied|satisfaction|happy|happier|feedback) /, 'survey'],
  [/ (more reviews?|ratings?) /, 'review_request'],
];

/** The type whose longest word stands in the goal; null when none does. */
export async function typeOfGoal(ctx: Ctx, goal: string): Promise<string | null> {
  const text = ` ${fold(goal)} `;
  const said = (await listCampaignTypes(ctx))
    .filter(({ lacks }) => lacks.length === 0)
    .flatMap(({ key, words }) =>
      Object.values(words)
        .flat()
        .map((word) => ({ key, word: fold(word) })),
    )
    .filter(({ word }) => word !== '' && text.includes(` ${word} `))
    .sort((a, b) => b.word.length - a.word.length);
  return said[0]?.key ?? WANTED.find(([form]) => form.test(text))?.[1] ?? null;
}
