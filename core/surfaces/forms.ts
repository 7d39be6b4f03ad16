// What can be filled in on a surface that has forms, and what becomes of it. What comes back is somebody's claim: every
// right and every value is checked here as anywhere else.
import { and, eq } from 'drizzle-orm';
import type { ChannelRegistry } from '../../channels/contract.ts';
import type { Form, FormField, Press, Reply } from '../../channels/surface-contract.ts';
import { approvals, customers, replies } from '../../db/schema/index.ts';
import { sha256 } from '../../lib/crypto.ts';
import { AppError, isAppError } from '../../lib/errors.ts';
import { isId } from '../../lib/ids.ts';
import { draftFigures } from '../campaigns/draft-figures.ts';
import { editCampaign } from '../campaigns/edit-campaign.ts';
import { readCampaign } from '../campaigns/read-campaign.ts';
import type { Ctx } from '../context.ts';
import { decideChange } from '../customers/changes/decide-change.ts';
import { proposeChange } from '../customers/changes/propose-change.ts';
import { normaliseAddress } from '../customers/import/normalise-address.ts';
import { CONTACT_ROLES, ROLE_LABELS } from '../customers/roles.ts';
import { triageSchema } from '../ports.ts';
import { answerReply } from '../replies/desk/answer-reply.ts';
import { bestWay } from '../replies/desk/answer-ways.ts';
import { fitSavedAnswers } from '../replies/desk/fit-saved-answers.ts';
import { replyPlace } from '../replies/desk/reply-channel.ts';
import { replyEntry } from '../replies/replies-part.ts';
import { demand } from '../tenants/roles.ts';

type Submitted = Extract<Press, { name: 'submit' }>;
type Deps = { channels: ChannelRegistry };
/** What changed, and what the person is told. */
type Taken = { subjectId: string; tell: string };

/**
 * Where somebody writes the answer to a reply; what was suggested is there to begin with. Where their channel takes no
 * words any more it says by what it goes instead, and comes back with that.
 */
export async function answerForm(
  ctx: Ctx,
  { replyId, channels }: Deps & { replyId: string },
): Promise<{ form: Form; reply: Reply }> {
  demand(ctx.actor, 'answer');
  const reply = await replyEntry(ctx, replyId);
  if (!reply) throw unknownReply();
  const { words, channel = '', templateId, text } = await bestWay(ctx, { replyId, channels });
  const saved = templateId ? [] : await savedField(ctx, replyId);
  const isOptional = saved.length > 0;
  const own = {
    key: 'text',
    label: 'Goes out as you write it, in your name',
    most: 3000,
    isLong: true,
    isOptional,
  };
  const approved = { key: 'text', label: 'Goes out in your name', most: 3000 };
  const form: Form = {
    ...{
      name: 'answer',
      about: [reply.id, templateId ?? channel].join(' ').trim(),
      title: 'Answer',
      submit: 'Send',
    },
    intro: [words, `${whoWords(reply)} wrote:\n${reply.body}`, text && `The approved text:\n${text}`]
      .filter(Boolean)
      .join('\n\n'),
    fields: [
      templateId
        ? { ...approved, value: templateId, choices: [{ value: templateId, label: 'The approved text' }] }
        : { ...own, ...(reply.answer ? { value: reply.answer } : {}) },
      ...saved,
    ],
  };
  return { form, reply };
}

// Of the platform that shows the least below a field: what cannot be read whole there cannot be chosen.
const HINT = 1900;

/** Saved answers that fit, each to be read whole as it would go before it is chosen. */
async function savedField(ctx: Ctx, replyId: string): Promise<FormField[]> {
  let hint = '';
  const choices: { value: string; label: string }[] = [];
  for (const { id, name, language, text } of await fitSavedAnswers(ctx, { replyId })) {
    const label = `${name} (${language})`.slice(0, 75);
    const shown = `${hint}${hint && '\n\n'}${label}: ${text}`;
    if (text === null || shown.length > HINT || choices.length === MOST_SAVED) continue;
    hint = shown;
    choices.push({ value: savedValue(id, text), label });
  }
  if (choices.length === 0) return [];
  return [
    { key: 'saved', label: 'Or a saved answer in its place', most: 100, isOptional: true, hint, choices },
  ];
}

const MOST_SAVED = 20;
/** Which one, and what it said when it was read. */
const savedValue = (id: string, text: string): string => `${id} ${sha256(text).slice(0, 16)}`;

/** The words of the one that was chosen. Throws `input:invalid` where they are not those that were read. */
async function chosenWords(ctx: Ctx, { replyId, saved }: { replyId: string; saved: string }) {
  const found = (await fitSavedAnswers(ctx, { replyId })).find(
    ({ id, text }) => text !== null && savedValue(id, text) === saved,
  );
  if (found?.text) return found.text;
  throw at('saved', 'It says something else by now, or is gone: press Answer again.');
}

/** Who else works at the customer that wrote; what triage found in the message is there to begin with. */
export async function contactForm(ctx: Ctx, replyId: string): Promise<Form> {
  demand(ctx.actor, 'draft');
  const reply = await replyEntry(ctx, replyId);
  const { customerId, found } = await behind(ctx, replyId);
  if (!reply || !customerId) throw unknownReply();
  const text = (key: string, label: string, value: string | null | undefined) => ({
    ...{ key, label, most: 200 },
    ...(value ? { value } : {}),
  });
  return {
    ...{ name: 'contact', about: replyId, title: 'Somebody new there', submit: 'Add' },
    intro: `At ${reply.customer}. ${whoWords(reply)} wrote:\n${reply.body}`,
    fields: [
      text('name', 'Name', found?.person),
      {
        ...text('role', 'What they do', 'other'),
        choices: CONTACT_ROLES.map((value) => ({ value, label: ROLE_LABELS[value] })),
      },
      { ...text('email', 'E-mail', found?.email), isOptional: true },
      { ...text('phone', 'Phone, for text messages', found?.phone), isOptional: true },
    ],
  };
}

/** The campaign's own words for the channel that most of it goes by; left empty, the built-in letter stands. */
export async function wordingForm(ctx: Ctx, campaignId: string): Promise<Form> {
  demand(ctx.actor, 'draft');
  const campaign = await readCampaign(ctx, campaignId);
  const { preview } = await draftFigures(ctx, campaign);
  const [channel] = Object.entries(preview.counts).toSorted((a, b) => b[1] - a[1])[0] ?? [];
  const first = preview.previews.find((one) => one.channel === channel);
  if (!channel || !first)
    throw new AppError('input:invalid', 'Nobody can be reached yet, so there is no text to change.');
  const own = campaign.draft.wording[channel];
  const hint = 'What differs stands in braces, such as {{ greeting }} or {{ customer.name }}.';
  const subject = { key: 'subject', label: 'Subject', most: 200, isOptional: true };
  const body = { key: 'body', label: 'Text', most: 3000, isLong: true, isOptional: true, hint };
  return {
    ...{ name: 'wording', about: `${campaign.id} ${channel} ${campaign.version}` },
    ...{ title: 'Change the text', submit: 'Change' },
    intro: `By ${channel}, now, to ${first.customer}:\n${[first.subject, first.body].filter(Boolean).join('\n\n')}`,
    fields: [
      ...(first.subject ? [{ ...subject, ...(own?.subject ? { value: own.subject } : {}) }] : []),
      { ...body, ...(own?.body ? { value: own.body } : {}) },
    ],
  };
}

/** Does what a form says, in the name of whoever filled it in. Throws what the thing itself throws; `where.field` names the field. */
export async function takeForm(
  ctx: Ctx,
  { form, about, values }: Submitted,
  { channels }: Deps,
): Promise<Taken> {
  const filled = (key: string) => values[key]?.trim() ?? '';
  if (form === 'answer')
    return takeAnswer(ctx, { about, text: values.text ?? '', saved: filled('saved'), channels });
  if (form === 'contact') return takeContact(ctx, { replyId: about, filled });
  return takeWording(ctx, { about, filled });
}

async function takeAnswer(
  ctx: Ctx,
  { about, text, saved, channels }: Deps & { about: string; text: string; saved: string },
): Promise<Taken> {
  const [replyId = '', by = ''] = about.split(' ');
  const way = isId(by) ? { templateId: by } : by ? { channel: by } : {};
  const limits = channels.get(way.channel ?? (await replyPlace(ctx, replyId)).channel)?.capabilities;
  if (!limits) throw unknownReply();
  const words = saved && !way.templateId ? await chosenWords(ctx, { replyId, saved }) : text;
  await answerReply(ctx, { replyId, text: words, limits, ...way });
  return { subjectId: replyId, tell: 'Your answer is on its way.' };
}

type Filled = (key: string) => string;

async function takeContact(
  ctx: Ctx,
  { replyId, filled }: { replyId: string; filled: Filled },
): Promise<Taken> {
  demand(ctx.actor, 'draft');
  const { customerId, country } = await behind(ctx, replyId);
  if (!customerId) throw unknownReply();
  const [name, role] = [filled('name'), filled('role')];
  if (!name) throw at('name', 'Say who it is.');
  const addresses = Object.fromEntries(
    [
      ['email', 'email'],
      ['phone', 'sms'],
    ].flatMap(([key = '', channel = '']) => {
      const address = filled(key);
      if (!address) return [];
      if (!normaliseAddress(channel, address, country ?? undefined))
        throw at(key, key === 'email' ? 'This is no e-mail address.' : 'This is no phone number.');
      return [[channel, address]];
    }),
  );
  const why = 'Somebody there said so in an answer.';
  const step = { do: 'add_contact', name, ...(role ? { role } : {}), addresses } as const;
  const changeId = await proposeChange(ctx, { customerId, steps: [step], why });
  await decideChange(ctx, { changeId, decision: 'confirm' });
  return { subjectId: replyId, tell: `${name} is in the address book now; you can undo it on the page.` };
}

async function takeWording(ctx: Ctx, { about, filled }: { about: string; filled: Filled }): Promise<Taken> {
  demand(ctx.actor, 'draft');
  const [campaignId = '', channel = '', version] = about.split(' ');
  const { draft, ...campaign } = await readCampaign(ctx, campaignId);
  if (String(campaign.version) !== version)
    throw at('body', 'Somebody has changed the campaign meanwhile: look at it, and try again.');
  const { [channel]: _, ...others } = draft.wording;
  const [subject, body] = [filled('subject'), filled('body')];
  const own = { ...(subject ? { subject } : {}), ...(body ? { body } : {}) };
  const wording = subject || body ? { ...others, [channel]: own } : others;
  const asked = await ctx.tx
    .select({ id: approvals.id })
    .from(approvals)
    .where(and(eq(approvals.campaignId, campaignId), eq(approvals.status, 'requested')));
  const change = `changed the text by ${channel}`;
  const edited = await editCampaign(ctx, { campaignId, patch: { wording }, change });
  const { preview } = await draftFigures(ctx, edited, { only: { channel } });
  const wrong = preview.findings.find(({ severity }) => severity === 'error');
  if (wrong) throw at(wrong.message.startsWith('The subject') ? 'subject' : 'body', wrong.message);
  return {
    // What shows that it was asked for is to say that it decides nothing any more.
    subjectId: asked[0]?.id ?? campaignId,
    tell: `The text of “${campaign.name}” is changed. What was asked about it decides nothing any more: say “ask for approval” when it is right.`,
  };
}

/** The field that a refusal is about: where it says so, else the first. */
export function fieldOf(error: unknown, { values }: Submitted): string {
  const [first = 'text', ...others] = Object.keys(values);
  const where = isAppError(error) ? JSON.stringify(error.where ?? {}) : '';
  return [first, ...others].find((key) => where.includes(`${key}"`)) ?? first;
}

const at = (field: string, message: string) => new AppError('input:invalid', message, { where: { field } });
const unknownReply = () => new AppError('reply:unknown', 'There is no such reply.');

const whoWords = ({ contact, customer, channel }: Reply): string =>
  `${[contact, customer].filter(Boolean).join(', ') || 'somebody unknown'} by ${channel}`;

async function behind(ctx: Ctx, replyId: string) {
  const [row] = isId(replyId)
    ? await ctx.tx
        .select({ customerId: replies.customerId, country: customers.country, triage: replies.triage })
        .from(replies)
        .leftJoin(customers, eq(customers.id, replies.customerId))
        .where(eq(replies.id, replyId))
    : [];
  const entities = triageSchema.safeParse(row?.triage).data?.entities;
  return { customerId: row?.customerId ?? null, country: row?.country ?? null, found: entities };
}
