// What a campaign says to one recipient: composed as for a preview, and read by a case that knows the facts.
import { resolveAudience } from '../../core/audience/resolve-audience.ts';
import { selectRecipients } from '../../core/audience/select-recipients.ts';
import { checkDraft } from '../../core/campaigns/check-draft.ts';
import { composeMessages } from '../../core/content/compose-messages.ts';
import { loadFacts } from '../../core/content/facts.ts';
import { campaignType } from '../../core/content/find-type.ts';
import type { Ctx } from '../../core/context.ts';
import { isAppError } from '../../lib/errors.ts';
import { type ContentCase, contentCaseSchema } from '../case.ts';
import { gradeMessage, type Message } from '../grade-message.ts';
import { loadCases } from '../load-cases.ts';
import type { Bench } from '../open-bench.ts';
import type { CaseResult } from '../result.ts';
import type { Suite } from '../suite.ts';

export const contentSuite: Suite = {
  name: 'content',
  async run({ mind, bench, wants, record }) {
    if (mind.provenance.mind !== 'planner') return;
    const { cases, wrong } = loadCases('content', contentCaseSchema);
    for (const one of wrong) record(one);
    for (const one of cases.filter((each) => wants(each))) {
      const place = bench(one.workspace);
      if (place) record(await runCase(place, one));
      else record({ suite: 'content', id: one.id, reason: `there is no workspace ${one.workspace}` });
    }
  },
};

async function runCase(place: Bench, one: ContentCase): Promise<CaseResult> {
  const { id, author, split, variant, customer, draft, to, expect } = one;
  const began = performance.now();
  const messages = await place.read((ctx) => messagesTo(ctx, one)).catch(refusal);
  const ms = [performance.now() - began];
  return {
    ...{ id, author, split, variant, suite: 'content' },
    say: [`${draft.type} to ${to ?? customer}`],
    problems: 'refused' in messages ? [messages.refused] : problemsOf(messages, { place, one }),
    ...{ isSilentSuperset: false, precision: null, recall: null },
    ms,
    wanted: { draft, expect },
    got: messages,
  };
}

/** `since`: the day on which the customer's first agreement began, where it is on file. */
type Addressed = Message & { name: string | null; since: string[] };

async function messagesTo(ctx: Ctx, { customer, draft: asked }: ContentCase): Promise<Addressed[]> {
  const filter = { op: 'in', field: 'name', values: [customer] };
  const draft = await checkDraft(ctx, { ...asked, name: 'Case', filter });
  const { customers } = await resolveAudience(ctx, draft);
  const ids = customers.map(({ id }) => id);
  const { recipients } = await selectRecipients(ctx, {
    draft,
    customerIds: ids,
    rules: await campaignType(ctx, draft.type),
  });
  const composed = await composeMessages(ctx, { draft, recipients });
  const facts = await loadFacts(ctx, ids);
  return composed.map(({ recipient, rendered }) => ({
    name: recipient.contactName,
    channel: recipient.channel,
    subject: rendered.subject ?? null,
    text: rendered.text,
    since: [...facts.values()].flatMap((one) => one.since ?? []),
  }));
}

const refusal = (error: unknown): { refused: string } => {
  if (!isAppError(error)) throw error;
  return { refused: `refused: ${error.message}` };
};

type Judged = { place: Bench; one: ContentCase };

function problemsOf(messages: readonly Addressed[], { place, one }: Judged): string[] {
  const { customer, draft, to, expect } = one;
  if (expect.nobody) return messages.length === 0 ? [] : ['somebody is written to'];
  const message = messages.find(({ name }) => (to ? name === to : true));
  if (!message) return [`${to ?? 'nobody'} is not written to`];
  const given = [customer, JSON.stringify(draft), ...message.since, ...writtenBy(place)];
  return gradeMessage(message, { expect, given });
}

/** What the workspace wrote itself: who sends, and what it offers by a customer's history. */
const writtenBy = ({ tenant: { settings } }: Bench): string[] => [
  ...Object.values(settings.sender),
  JSON.stringify(settings.renewalOffers),
];
