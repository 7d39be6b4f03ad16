import { setImmediate } from 'node:timers/promises';
import type { ChannelRegistry, Rendered } from '../../channels/contract.ts';
import { type CalendarDate, todayIn } from '../../lib/dates.ts';
import { AppError } from '../../lib/errors.ts';
import { fold } from '../../lib/text.ts';
import type { Recipient } from '../audience/recipient.ts';
import type { Draft } from '../campaigns/draft.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import { type EmailShell, emailShell } from './email-shell.ts';
import { type CustomerFacts, loadFacts } from './facts.ts';
import { type Frame, frameLetter, makeFrame } from './frame.ts';
import { type Family, type Letter, letterLanguage, letterSource, writeLetter } from './letters.ts';
import { type CampaignType, campaignType } from './types.ts';
import type { Finding } from './verify/finding.ts';
import { type VerifyInput, verifyMessage } from './verify/verify-message.ts';
import { makeView, type Tone, type View } from './view.ts';
import { warnUnknown } from './warn-unknown.ts';
import { parseWording, unknownFields, type Wording, writeWording } from './wording.ts';

export type ComposeInput = {
  /** With its schedule, what the letter says of days is true on the day it goes out. */
  draft: Pick<Draft, 'type' | 'tone' | 'topic' | 'wording'> & Partial<Pick<Draft, 'schedule'>>;
  /** All recipients of the campaign: with more than one at a customer the letter greets the team. */
  recipients: readonly Recipient[];
  /** For the length that each channel takes; without it the platforms' usual ones. */
  channels?: ChannelRegistry;
  /** Goes to a tester, whose click on "unsubscribe" must not stop the customer's contact. */
  isTest?: boolean;
};

/** A message as it would go out, what the checks say of it, and what it was made from. */
export type Composed = {
  recipient: Recipient;
  rendered: Rendered;
  findings: Finding[];
  letter: Letter;
  made: Made;
};

export type Made = {
  facts: CustomerFacts;
  view: View;
  frame: Frame;
  type: string;
  tone: Tone;
  topic: string | null;
  check: Omit<VerifyInput, 'letter' | 'rendered'>;
};

// Meta takes 1,024 characters in a template's body; LINE 5,000 in a text message.
const USUAL_LENGTHS: Record<string, number> = { whatsapp: 1024, line: 5000 };
// Long enough that waiting costs nothing, short enough that other requests are answered meanwhile.
const AT_ONCE = 50;

/**
 * Writes every recipient's own message, checked, in the order given. Facts come from three statements, templates are
 * parsed once. Throws `input:invalid` for an unknown type, `template:invalid` for wording that cannot be used and
 * `customer:unknown` for a recipient of nobody.
 */
export async function composeMessages(ctx: Ctx, input: ComposeInput): Promise<Composed[]> {
  const needsShell = input.recipients.some(({ channel }) => familyOf(channel, input.channels) === 'email');
  const shell = needsShell ? await emailShell() : null;
  return writeAll(ctx, input, () => shell);
}

/** As `composeMessages`, with the HTML twin only where `shellFor` gives the shell to make it. */
export async function writeAll(
  ctx: Ctx,
  input: ComposeInput,
  shellFor: (recipient: Recipient) => EmailShell | null,
): Promise<Composed[]> {
  demand(ctx.actor, 'read');
  const { recipients } = input;
  const facts = await loadFacts(
    ctx,
    recipients.map(({ customerId }) => customerId),
    sendingDay(ctx, input.draft.schedule),
  );
  const plan = makePlan(ctx, input);
  const composed: Composed[] = [];
  for (const recipient of recipients) {
    const known = facts.get(recipient.customerId);
    if (!known) throw new AppError('customer:unknown', 'A recipient’s customer cannot be found here.');
    composed.push(composeOne(ctx, { plan, recipient, facts: known, shell: shellFor(recipient) }));
    if (composed.length % AT_ONCE === 0) await setImmediate();
  }
  return composed;
}

function sendingDay(ctx: Ctx, schedule: Draft['schedule'] | undefined): CalendarDate {
  if (schedule?.kind === 'local') return schedule.date;
  if (schedule?.kind === 'at') return todayIn(new Date(schedule.at), ctx.tenant.settings.timeZone);
  return ctx.today;
}

type Plan = ComposeInput & {
  type: CampaignType;
  wordings: ReadonlyMap<string, Wording>;
  perCustomer: ReadonlyMap<string, number>;
  casualFor: ReadonlySet<string>;
  sources: Map<string, string[]>;
  allowedLinks: string[];
};

function makePlan(ctx: Ctx, input: ComposeInput): Plan {
  const { settings } = ctx.tenant;
  const counts = Map.groupBy(input.recipients, ({ customerId }) => customerId);
  return {
    ...input,
    type: campaignType(input.draft.type),
    wordings: new Map(
      Object.entries(input.draft.wording).map(([channel, given]) => [channel, parseWording(channel, given)]),
    ),
    perCustomer: new Map(
      [...counts].map(([id, all]) => [id, new Set(all.map(({ contactId }) => contactId)).size]),
    ),
    casualFor: new Set(settings.casualFor.map(fold)),
    sources: new Map(),
    allowedLinks: [ctx.baseUrl, ...(settings.supportUrl ? [settings.supportUrl] : [])],
  };
}

type One = { plan: Plan; recipient: Recipient; facts: CustomerFacts; shell: EmailShell | null };

function composeOne(ctx: Ctx, { plan, recipient, facts, shell }: One): Composed {
  const { type, draft } = plan;
  const family = familyOf(recipient.channel, plan.channels);
  const tone = toneFor(plan, facts);
  const language = letterLanguage('en');
  const isTeam = (plan.perCustomer.get(facts.customerId) ?? 1) > 1;
  const view = makeView(ctx, { facts, recipient, isTeam, tone, topic: draft.topic, language });
  const key = { language, type: type.key, family, tone };
  const wording = plan.wordings.get(recipient.channel);
  const builtIn = writeLetter(key, view);
  const letter = wording ? writeWording(wording, view, builtIn) : builtIn;
  const frame = makeFrame(ctx, {
    view,
    language,
    family,
    purpose: recipient.consent.purpose,
    contactId: recipient.contactId,
    isTest: plan.isTest ?? false,
  });
  const check: Made['check'] = {
    facts,
    view,
    sources: sourcesOf(plan, { key: letterSource(key), wording }),
    author: wording ? 'person' : 'template',
    channel: recipient.channel,
    hasSubject: family === 'email',
    purpose: recipient.consent.purpose,
    language,
    maxLength: maxLength(recipient.channel, plan.channels),
    allowedLinks: plan.allowedLinks,
  };
  const rendered = frameLetter(letter, frame, shell);
  const findings = [
    ...verifyMessage({ ...check, letter, rendered }).map((finding) =>
      named(finding, { wording, view, family }),
    ),
    ...warnUnknown({ facts, view, type, draft, family, purpose: check.purpose }),
  ];
  const made = { facts, view, frame, type: type.key, tone, topic: draft.topic, check };
  return { recipient, rendered, findings, letter, made };
}

/** The person's choice, else casual where the workspace says so of the brand, one above it, or the business type. */
function toneFor({ draft, casualFor, type }: Plan, { brandPath, type: business }: CustomerFacts): Tone {
  if (draft.tone) return draft.tone;
  const isCasual = [...brandPath, business ?? ''].some((name) => casualFor.has(fold(name)));
  return isCasual ? 'casual' : type.defaultTone;
}

function sourcesOf(
  { draft, sources }: Plan,
  { key, wording }: { key: string; wording: Wording | undefined },
) {
  const text = wording?.source ?? key;
  const known = sources.get(text) ?? [text, key, draft.topic ?? ''];
  sources.set(text, known);
  return known;
}

export function familyOf(channel: string, channels?: ChannelRegistry): Family {
  const hasSubject = channels?.get(channel)?.capabilities.hasSubject ?? channel === 'email';
  return hasSubject ? 'email' : 'chat';
}

const maxLength = (channel: string, channels?: ChannelRegistry): number | null =>
  channels?.get(channel)?.capabilities.maxTextLength ?? USUAL_LENGTHS[channel] ?? null;

type Naming = { wording: Wording | undefined; view: View; family: Family };

// "Something is not known" is of little help to whoever wrote the wording: say which field.
function named(finding: Finding, { wording, view, family }: Naming): Finding {
  if (!wording || !finding.message.includes('not known here')) return finding;
  const fields = unknownFields(wording, view, family).join(', ');
  return {
    ...finding,
    message: `The wording prints ${fields || 'a field'}, which is not known here: put it in {% if … %}, or leave it out.`,
  };
}
