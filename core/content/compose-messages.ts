import { setImmediate } from 'node:timers/promises';
import { type CalendarDate, todayIn } from '../../lib/dates.ts';
import { AppError } from '../../lib/errors.ts';
import type { Recipient } from '../audience/recipient.ts';
import type { Draft } from '../campaigns/draft.ts';
import type { Ctx } from '../context.ts';
import { findImage } from '../images/read-images.ts';
import { demand } from '../tenants/roles.ts';
import { familyOf } from './channel-form.ts';
import { type Composed, composeOne } from './compose-one.ts';
import { type EmailShell, emailShell } from './email-shell.ts';
import { type CustomerFacts, loadFacts, unitNamesHere } from './facts.ts';
import { campaignType } from './find-type.ts';
import { type InGroup, noteGroups, readGroups, saidToGroups } from './groups.ts';
import { readHidden } from './hide-facts.ts';
import { type ComposeInput, type LetterPlan, planLetters } from './letter-plan.ts';
import { judgeLinks } from './links/judge-links.ts';
import { carryByTemplate } from './message-templates/carry-by-template.ts';
import { draftVariants, variantAt, variantName } from './variants.ts';
import { keyOf, readWritten, type WrittenRow, withWritten } from './writing/written-text.ts';

// Long enough that waiting costs nothing, short enough that other requests are answered meanwhile: by the clock, because the
// first letters of a process, and long ones, take many times as long as others.
const AT_A_STRETCH_MS = 10;

/**
 * Writes every recipient's own message, checked, in the order given. Facts come from four statements, templates are
 * parsed once. Throws `input:invalid` for an unknown type, `template:invalid` for wording that cannot be used and
 * `customer:unknown` for a recipient of nobody.
 */
export async function composeMessages(ctx: Ctx, input: ComposeInput): Promise<Composed[]> {
  const needsShell = input.recipients.some(({ channel }) => familyOf(channel, input.channels) === 'email');
  const shell = needsShell ? await emailShell() : null;
  return writeAll(ctx, input, () => shell);
}

/** As `composeMessages`, with the HTML twin only where `shellFor` gives the shell to make it. */
export async function writeAll(ctx: Ctx, input: ComposeInput, shellFor: ShellFor): Promise<Composed[]> {
  demand(ctx.actor, 'read');
  return judge(ctx, await write(ctx, { ...input, facts: await readFacts(ctx, input), shellFor }));
}

/** One reader's message, without an HTML twin, in several manners of a draft: what it is made from is read once. */
export async function composeManners(
  ctx: Ctx,
  { draft, manners, recipient }: { draft: Draft; manners: readonly Partial<Draft>[]; recipient: Recipient },
): Promise<Composed[]> {
  demand(ctx.actor, 'read');
  const recipients = [recipient];
  const facts = await readFacts(ctx, { draft, recipients });
  const composed: Composed[] = [];
  for (const manner of manners) {
    const input = { draft: { ...draft, ...manner }, recipients };
    composed.push(...(await write(ctx, { ...input, facts, shellFor: () => null })));
  }
  return judge(ctx, composed);
}

type Facts = ReadonlyMap<string, CustomerFacts>;
type ShellFor = (recipient: Recipient) => EmailShell | null;

const readFacts = (ctx: Ctx, { draft, recipients }: ComposeInput): Promise<Facts> =>
  loadFacts(
    ctx,
    recipients.map(({ customerId }) => customerId),
    sendingDay(ctx, draft.schedule),
  );

/** With what is known of the pages that they lead to, and of the templates that carry them. */
const judge = async (ctx: Ctx, composed: readonly Composed[]): Promise<Composed[]> =>
  carryByTemplate(ctx, await judgeLinks(ctx, composed));

async function write(
  ctx: Ctx,
  { facts, shellFor, ...input }: ComposeInput & { facts: Facts; shellFor: ShellFor },
): Promise<Composed[]> {
  const { recipients } = input;
  const image = input.draft.image ? await findImage(ctx, input.draft.image) : null;
  const own = await readOwn(ctx, input);
  const unitsHere = own.size > 0 ? { unitsHere: await unitNamesHere(ctx) } : {};
  const planFor = await planVariants(ctx, { ...input, ...unitsHere, image });
  const customerIds = recipients.map(({ customerId }) => customerId);
  const hiddenOf = await readHidden(ctx, { hide: input.draft.hide ?? [], customerIds });
  const groupsOf = await readGroups(ctx, { groups: input.draft.groups ?? [], customerIds });
  const composed: Composed[] = [];
  let since = performance.now();
  for (const recipient of recipients) {
    const known = facts.get(recipient.customerId);
    if (!known) throw new AppError('customer:unknown', 'A recipient’s customer cannot be found here.');
    const shell = shellFor(recipient);
    const groups = groupsOf(recipient);
    const { plan, variant } = planFor(recipient, groups);
    const letter = composeOne(ctx, {
      ...{ plan, variant, recipient },
      facts: known,
      shell,
      hidden: hiddenOf(recipient.customerId),
      readers: groups.map(({ words }) => words).join('; '),
    });
    letter.findings.push(...noteGroups(groups));
    composed.push(withWritten(letter, { row: own.get(keyOf(recipient)), shell }));
    if (performance.now() - since < AT_A_STRETCH_MS) continue;
    await setImmediate();
    since = performance.now();
  }
  return composed;
}

/** What letters share, by variant and by the groups whom they are for; a draft without variants has one, without a name. */
async function planVariants(ctx: Ctx, input: ComposeInput) {
  const type = await campaignType(ctx, input.draft.type);
  const drafts = draftVariants(input.draft);
  const plans = new Map<string, LetterPlan>();
  const campaignId = input.codesFor ?? '';
  return ({ customerId }: Recipient, groups: readonly InGroup[]) => {
    const at = variantAt({ campaignId, customerId, count: campaignId ? drafts.length : 1 });
    const key = [at, ...groups.map(({ words }) => words)].join('\n');
    const known = plans.get(key);
    const plan = known ?? planLetters(ctx, { ...input, draft: saidToGroups(drafts[at]!, groups), type });
    plans.set(key, plan);
    return { plan, variant: drafts.length > 1 ? variantName(at) : null };
  };
}

async function readOwn(ctx: Ctx, { campaignId, recipients }: ComposeInput): Promise<Map<string, WrittenRow>> {
  const contactIds = recipients.map(({ contactId }) => contactId);
  return campaignId ? readWritten(ctx, { campaignId, contactIds }) : new Map();
}

/** The day on which what the letter says of days is true. */
function sendingDay(ctx: Ctx, schedule: Draft['schedule'] | undefined): CalendarDate {
  if (schedule?.kind === 'local') return schedule.date;
  if (schedule?.kind === 'feast') return schedule.from;
  if (schedule?.kind === 'at') return todayIn(new Date(schedule.at), ctx.tenant.settings.timeZone);
  return ctx.today;
}
