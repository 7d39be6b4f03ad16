// A campaign worked out: what stands beside its audience and its messages, for a person to judge before they go on.
import { formatMoney } from '../../lib/money.ts';
import { plural } from '../../lib/text.ts';
import { readCapacity } from '../approval/capacity.ts';
import { scheduleWords } from '../approval/schedule-words.ts';
import { countAudience } from '../audience/count-audience.ts';
import type { Filter } from '../audience/filter.ts';
import { readFilterScope } from '../audience/filter-scope.ts';
import { replyBaseline } from '../audience/reply-baseline.ts';
import { adviseSize } from '../audience/size-advice.ts';
import { complianceNotes } from '../content/compliance-notes.ts';
import { campaignType } from '../content/find-type.ts';
import { sampleMessages } from '../content/sample-messages.ts';
import { suggestContent } from '../content/suggest-content.ts';
import { type CampaignType, saysNothing } from '../content/types.ts';
import type { Ctx } from '../context.ts';
import { limitsLeft } from '../delivery/limits-left.ts';
import type { PlanPart } from '../parts.ts';
import { nameSegment } from '../segments/name-segment.ts';
import { expectedResults } from '../statistics/expected-results.ts';
import type { Draft } from './draft.ts';
import type { DraftFigures } from './draft-figures.ts';
import { offerWords } from './offer-words.ts';
import type { Campaign } from './read-campaign.ts';

type Figures = Pick<DraftFigures, 'audience' | 'preview'>;
type Seen = Figures & Partial<Pick<DraftFigures, 'recipients'>> & { assumed?: string[]; unused?: string[] };

/**
 * What is proposed for a draft, from its audience and messages as they stand; `assumed` is what nobody
 * said, `unused` what was said and nothing was made of.
 */
export async function planPart(
  ctx: Ctx,
  { id, draft }: Pick<Campaign, 'id' | 'draft'>,
  { audience, preview, recipients, assumed = [], unused = [] }: Seen,
): Promise<PlanPart> {
  const type = await campaignType(ctx, draft.type);
  const { purpose } = type;
  const customerIds = audience.customers.map((one) => one.id);
  const samples = await sampleMessages(ctx, { draft, customerIds, recipients });
  const { costWords } = await readCapacity(ctx, { channels: preview.counts });
  return {
    kind: 'plan',
    campaignId: id,
    name: draft.name,
    objective: draft.objective,
    segment: {
      name: await nameSegment(ctx, { filter: draft.filter, scope: await readFilterScope(ctx, draft.filter) }),
      words: audience.words,
      customers: audience.total,
      reachable: audience.reachable,
      recipients: audience.recipients,
      ...(preview.estimated ? { estimated: preview.estimated } : {}),
      advice: await adviceOn(ctx, { audience, preview }),
    },
    offer: draft.offer && [draft.offer.says, ...offerWords(draft.offer.code)].join(' '),
    content: samples.map((sample) => {
      const { channel } = sample.recipient;
      return { channel, ...suggestContent(sample), notes: complianceNotes({ channel, purpose }) };
    }),
    scheduleWords: scheduleWords(ctx, draft.schedule),
    budget: { given: draft.budget && formatMoney(draft.budget), costWords },
    expected: await expectedResults(ctx, preview.counts),
    assumed,
    questions: [
      ...unused.map(askOfUnused),
      ...(await askOfCurrent(ctx, draft)),
      ...questionsOf(draft, { type, audience, preview, costWords }),
    ],
  };
}

/** Of those whom it goes to, on the channels that it takes: not of everybody who could be reached somehow. */
async function adviceOn(ctx: Ctx, { audience, preview }: Figures): Promise<string[]> {
  const channels = Object.entries(preview.counts).map(([channel, reachable]) => ({ channel, reachable }));
  const [limits, baseline] = [await limitsLeft(ctx), await replyBaseline(ctx)];
  const reach = { reachableContacts: audience.recipients, channels };
  return adviseSize({ reach, limits, baseline }).map(({ words }) => words);
}

/** It may say whom is meant: nobody shall find out from the audience alone. */
const askOfUnused = (words: string): string =>
  `“${words}” was not used: shall it change who gets it, or what it says?`;

/** To win back is to write to those who left: whoever is a customer still would wonder. */
async function askOfCurrent(ctx: Ctx, { type, filter }: Pick<Draft, 'type' | 'filter'>): Promise<string[]> {
  if (type !== 'win_back' || /"contract_(?:status|end)"/.test(JSON.stringify(filter))) return [];
  const active: Filter = { op: 'in', field: 'contract_status', values: ['active'] };
  const { count } = await countAudience(ctx, { filter: { all: [filter, active] } });
  return count.value === 0
    ? []
    : [`${plural(count.value, 'customer')} of them have a running contract: shall it go to the lapsed only?`];
}

const HAS_END =
  /(?<!\p{L})(?:until|till|by|before|through|valid|ends?|expires?|during|this (?:week|month|year)|bis|jusqu[’']|hasta|até)(?!\p{L})|ถึง|まで|截止|至|\d{4}/iu;

type Open = Figures & { type: CampaignType; costWords: string };

/** What a person has to settle before it can go out, or would want to. */
function questionsOf(draft: Draft, { type, audience, preview, costWords }: Open): string[] {
  const errors = preview.findings.filter(({ severity }) => severity === 'error').length;
  const unreachable = audience.total - audience.reachable;
  const asked: [boolean, string][] = [
    [audience.total === 0, 'Nobody matches: which condition shall go?'],
    [saysNothing(type, draft), `What shall the ${type.label.toLowerCase()} say? Give it a topic.`],
    [
      Boolean(draft.offer && !draft.offer.code?.validUntil && !HAS_END.test(draft.offer.says)),
      'Until when is the offer valid?',
    ],
    [
      unreachable > 0 && audience.total > 0,
      `${plural(unreachable, 'customer')} cannot be reached: shall somebody find a contact, or are they left out?`,
    ],
    [errors > 0, `${plural(errors, 'kind')} of error in the messages: see what the checks found.`],
    [
      draft.budget !== null && costWords.startsWith('Not known'),
      'Does it fit the budget? What its messages cost is not known here.',
    ],
    [draft.objective === null, 'What is it to achieve, and by when?'],
  ];
  return asked.filter(([isOpen]) => isOpen).map(([, question]) => question);
}
