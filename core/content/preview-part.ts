import type { ChannelRegistry } from '../../channels/contract.ts';
import { smsLength } from '../../lib/sms-length.ts';
import { joinWords } from '../../lib/text.ts';
import type { Recipient } from '../audience/recipient.ts';
import type { Draft } from '../campaigns/draft.ts';
import type { Ctx } from '../context.ts';
import type { PreviewPart } from '../parts.ts';
import { familyOf } from './channel-form.ts';
import { cleanName } from './clean-text.ts';
import { complianceNotes } from './compliance-notes.ts';
import { writeAll } from './compose-messages.ts';
import type { Composed } from './compose-one.ts';
import { emailShell } from './email-shell.ts';
import type { Origin } from './origin.ts';
import { readOrigins } from './read-origins.ts';
import { scoresKnown } from './spam/score-mails.ts';
import { draftVariants, variantAt } from './variants.ts';
import { faultyBecause } from './verify/finding.ts';

export type PreviewInput = {
  campaignId: string;
  draft: Draft;
  /** All recipients of the campaign, whichever are shown: they decide who is greeted how. */
  recipients: readonly Recipient[];
  /** Shows the messages of one channel or one customer only. */
  only?: { channel?: string | undefined; customerId?: string | undefined };
  channels?: ChannelRegistry;
  /** The recipients are those of so many customers drawn from all. */
  estimated?: NonNullable<PreviewPart['estimated']>;
  mostChecked?: number;
};

const PER_CHANNEL = 3;
const PER_VARIANT = 1;
const NAMED = 3;
// Written and checked in a tenth of a second. All are, before anybody approves them.
const MOST_CHECKED = 300;

/**
 * What recipients would read: three messages per channel, how many there are of each, and what the checks found: in all
 * of them, or in some of many, as `checked` says.
 */
export async function previewPart(ctx: Ctx, input: PreviewInput): Promise<PreviewPart> {
  const { recipients, only = {}, channels, estimated, mostChecked: most = MOST_CHECKED } = input;
  const counted = recipients.filter(
    ({ channel, customerId }) =>
      (!only.channel || channel === only.channel) && (!only.customerId || customerId === only.customerId),
  );
  const shown = firstOfEach(counted, input);
  const hasMail = shown.some(({ channel }) => familyOf(channel, channels) === 'email');
  const shell = hasMail ? await emailShell() : null;
  const showing = new Set(shown);
  const toWrite = spread(counted, { among: recipients, shown, most });
  const composed = await writeAll(
    ctx,
    { ...input, recipients: toWrite, codesFor: input.campaignId },
    (recipient) => (showing.has(recipient) ? shell : null),
  );
  const among = new Set(counted);
  const written = composed.filter(({ recipient }) => among.has(recipient));
  const scores = await scoresKnown(ctx, written);
  const own = written.map((one) => ({
    ...one,
    findings: [...one.findings, ...(scores.found.get(one) ?? [])],
  }));
  const leftOut = input.draft.leaveOutFaulty ? faultyCustomers(composed) : new Map<string, string>();
  const goes = ({ customerId }: Recipient) => !leftOut.has(customerId);
  const seen = own.filter(({ recipient }) => showing.has(recipient) && goes(recipient));
  const origins = await readOrigins(ctx, seen);
  const counts = countsOf(counted.filter(goes), estimated ? estimated.of / estimated.customers : 1);
  const of = Object.values(countsOf(counted, estimated ? estimated.of / estimated.customers : 1)).reduce(
    (sum, one) => sum + one,
    0,
  );
  return {
    kind: 'preview',
    campaignId: input.campaignId,
    previews: seen.map((message, at) => toPreview(message, origins[at]!)),
    counts,
    ...(estimated ? { estimated } : {}),
    ...(own.length < of ? { checked: { messages: own.length, of } } : {}),
    ...(input.draft.leaveOutFaulty ? { leavesOutFaulty: true } : {}),
    notes: notesOf(counted, scores.notes),
    findings: groupFindings(leftOut.size > 0 ? own.map((one) => saidAsLeftOut(one, leftOut)) : own),
  };
}

/** Of a campaign that goes on without them: why each is left out. */
function faultyCustomers(composed: readonly Composed[]): Map<string, string> {
  const reasons = new Map<string, string>();
  for (const { recipient, findings } of composed) {
    const reason = faultyBecause(findings);
    if (reason && !reasons.has(recipient.customerId)) reasons.set(recipient.customerId, reason);
  }
  return reasons;
}

/** What holds nobody up is no error: that the customer is left out, and why. */
function saidAsLeftOut(one: Composed, leftOut: ReadonlyMap<string, string>): Composed {
  const reason = leftOut.get(one.recipient.customerId);
  if (!reason) return one;
  return {
    ...one,
    findings: [
      {
        severity: 'warning',
        place: 'body',
        message: `Left out: ${reason}`,
        repair: 'Mend what is named, and this customer gets their message after all.',
      },
    ],
  };
}

/** Different customers first, so that three messages show more than one house. */
function firstOfEach(
  recipients: readonly Recipient[],
  { campaignId, draft }: Pick<PreviewInput, 'campaignId' | 'draft'>,
): Recipient[] {
  const { length: count } = draftVariants(draft);
  const most = count > 1 ? PER_VARIANT : PER_CHANNEL;
  const groups = Map.groupBy(
    recipients,
    ({ channel, customerId }) => `${channel} ${variantAt({ campaignId, customerId, count })}`,
  );
  return [...groups.values()].flatMap((all) => {
    const perCustomer = [
      ...new Map(all.toReversed().map((one) => [one.customerId, one])).values(),
    ].toReversed();
    const rest = all.filter((one) => !perCustomer.includes(one));
    return [...perCustomer.slice(0, most), ...rest].slice(0, most);
  });
}

type Spreading = { among: readonly Recipient[]; shown: readonly Recipient[]; most: number };

/** Everybody at some of the customers, as far apart as they can be, and at those shown; at all where they are few. */
function spread(counted: readonly Recipient[], { among, shown, most }: Spreading): readonly Recipient[] {
  if (counted.length <= most) return among;
  const step = counted.length / most;
  const picked = Array.from({ length: most }, (_, at) => counted[Math.floor(at * step)]!);
  const customers = new Set([...shown, ...picked].map(({ customerId }) => customerId));
  return among.filter(({ customerId }) => customers.has(customerId));
}

const countsOf = (recipients: readonly Recipient[], each: number): Record<string, number> =>
  Object.fromEntries(
    [...Map.groupBy(recipients, ({ channel }) => channel)].map(([channel, { length }]) => [
      channel,
      Math.round(length * each),
    ]),
  );

const notesOf = (recipients: readonly Recipient[], ofMail: readonly string[]): Record<string, string[]> =>
  Object.fromEntries(
    recipients.map(({ channel, consent: { purpose } }) => [
      channel,
      [...complianceNotes({ channel, purpose }), ...(channel === 'email' ? ofMail : [])],
    ]),
  );

const toPreview = (
  { recipient, rendered, made, findings, variant }: Composed,
  origins: Origin[],
): PreviewPart['previews'][number] => ({
  customer: made.facts.name,
  customerId: recipient.customerId,
  contact: cleanName(recipient.contactName) ?? recipient.role.replaceAll('_', ' '),
  channel: recipient.channel,
  ...(variant ? { variant } : {}),
  ...(rendered.subject === undefined ? {} : { subject: rendered.subject }),
  body: rendered.text,
  ...(rendered.html === undefined ? {} : { html: rendered.html }),
  ...(rendered.template
    ? { template: { name: rendered.template.name, buttons: rendered.template.buttons ?? [] } }
    : {}),
  ...(rendered.image ? { image: rendered.image } : {}),
  ...(rendered.link ? { link: rendered.link } : {}),
  ...(recipient.channel === 'sms' ? { segments: segmentsOf(rendered.text) } : {}),
  language: made.frame.language,
  tone: made.tone,
  origins,
  findings,
});

function segmentsOf(text: string): NonNullable<PreviewPart['previews'][number]['segments']> {
  const { segments, encoding } = smsLength(text);
  return { count: segments, encoding };
}

/** Each finding once, errors first, with whom it is about: one customer by name, several counted with the first few. */
function groupFindings(composed: readonly Composed[]): PreviewPart['findings'] {
  const all = composed.flatMap(({ findings, made }) =>
    findings.map(({ severity, message, repair }) => ({
      severity,
      message,
      repair,
      customer: made.facts.name,
    })),
  );
  const groups = [...Map.groupBy(all, ({ severity, message }) => `${severity} ${message}`).values()];
  const total = new Set(composed.map(({ made }) => made.facts.customerId)).size;
  return groups
    .map((group): PreviewPart['findings'][number] => {
      const { severity, message, repair } = group[0]!;
      const names = [...new Set(group.map(({ customer }) => customer))];
      if (names.length === 1 && total > 1) return { severity, message, customer: names[0]!, repair };
      if (names.length === total) return { severity, message, repair };
      return {
        severity,
        repair,
        message: `${message} (${names.length} customers, such as ${joinWords(names.slice(0, NAMED))})`,
      };
    })
    .sort((a, b) => a.severity.localeCompare(b.severity));
}
