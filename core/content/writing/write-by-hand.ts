// One recipient's message in a person's own words, or those of everybody at a customer, and back.
import { and, eq, inArray } from 'drizzle-orm';
import { contacts, writtenMessages } from '../../../db/schema/index.ts';
import { AppError } from '../../../lib/errors.ts';
import { joinWords } from '../../../lib/text.ts';
import { addVersion, demandEditable } from '../../campaigns/edit-campaign.ts';
import { lockCampaign } from '../../campaigns/read-campaign.ts';
import type { Ctx } from '../../context.ts';
import { demand } from '../../tenants/roles.ts';
import type { Composed } from '../compose-one.ts';
import { acceptWritten } from '../written.ts';
import { composeCampaign } from './compose-campaign.ts';
import { changeTexts, dropTexts } from './text-versions.ts';
import { basisOf } from './written-text.ts';

type Own = { campaignId: string; subject?: string | undefined; body: string };
export type HandWritten = Own & { contactId: string };

/**
 * Gives one recipient of a draft a message of their own; whatever was asked or approved is void. It is checked as a person's
 * words are, now and whenever it is composed. Throws `campaign:state`, `input:invalid` for somebody who is no recipient,
 * `campaign:content` for words that may not go out.
 */
export async function writeByHand(ctx: Ctx, { contactId, ...own }: HandWritten): Promise<Composed> {
  const [accepted] = await writeTo(ctx, {
    ...own,
    isMeant: ({ recipient }) => recipient.contactId === contactId,
    noOne: {
      message: 'This contact is no recipient of the campaign.',
      nextStep: 'Take one of those that the preview shows.',
      where: { path: 'contactId' },
    },
  });
  return accepted!;
}

/** The same for everybody at one customer whom the draft reaches; the subject is theirs whose channel shows one. */
export const writeToCustomer = (
  ctx: Ctx,
  { customerId, ...own }: Own & { customerId: string },
): Promise<Composed[]> =>
  writeTo(ctx, {
    ...own,
    isMeant: ({ recipient }) => recipient.customerId === customerId,
    noOne: {
      message: 'Nobody at this customer is a recipient of the campaign.',
      nextStep: 'Add the customer to the campaign, or ask why they are left out.',
      where: { path: 'customerId' },
    },
  });

type NoOne = { message: string; nextStep: string; where: { path: string } };
type Meant = Own & { isMeant: (letter: Composed) => boolean; noOne: NoOne };

async function writeTo(ctx: Ctx, { campaignId, isMeant, noOne, subject, body }: Meant): Promise<Composed[]> {
  demand(ctx.actor, 'draft');
  const campaign = await lockCampaign(ctx, campaignId);
  demandEditable(campaign);
  const letters = (await composeCampaign(ctx, campaign)).filter(isMeant);
  const { message, ...more } = noOne;
  if (letters.length === 0) throw new AppError('input:invalid', message, more);
  const written = letters.map((letter) => {
    const line = letter.letter.subject === undefined ? undefined : subject;
    const given = { text: body, ...(line === undefined ? {} : { subject: line }) };
    const { refused, ...accepted } = acceptWritten(letter, { ...given, author: 'person' }, null);
    if (refused)
      throw new AppError(
        'campaign:content',
        `This message may not go out: ${refused.slice(0, 3).join(' ')}`,
        { nextStep: 'Correct what is named.' },
      );
    const { contactId, channel } = letter.recipient;
    const own = { contactId, channel, author: 'person' as const, basis: basisOf(letter) };
    return { accepted, text: { ...own, subject: line ?? null, body } };
  });
  await changeTexts(ctx, { campaignId, version: campaign.version, texts: written.map(({ text }) => text) });
  const channels = joinWords([...new Set(written.map(({ text }) => text.channel))]);
  const many = written.length === 1 ? 'one message' : `${written.length} messages`;
  await addVersion(ctx, { campaign, draft: campaign.draft, change: `${many} by hand (${channels})` });
  return written.map(({ accepted }) => accepted);
}

type From = { campaignId: string } & ({ contactId: string } | { customerId: string });

/**
 * Goes back to the built-in letter for one recipient, or for all of one customer. Throws `campaign:state`, `message:unknown` where
 * there is no text of their own.
 */
export async function dropHandWritten(ctx: Ctx, { campaignId, ...from }: From): Promise<void> {
  demand(ctx.actor, 'draft');
  const campaign = await lockCampaign(ctx, campaignId);
  demandEditable(campaign);
  const ofCustomer = (customerId: string) =>
    ctx.tx.select({ id: contacts.id }).from(contacts).where(eq(contacts.customerId, customerId));
  const whose =
    'contactId' in from
      ? eq(writtenMessages.contactId, from.contactId)
      : inArray(writtenMessages.contactId, ofCustomer(from.customerId));
  const gone = await ctx.tx
    .select()
    .from(writtenMessages)
    .where(and(eq(writtenMessages.campaignId, campaignId), whose));
  if (gone.length === 0)
    throw new AppError(
      'message:unknown',
      'contactId' in from
        ? 'This contact has no message of their own.'
        : 'Nobody at this customer has a message of their own.',
    );
  await dropTexts(ctx, { campaign, rows: gone });
  const many = gone.length === 1 ? 'one message' : `${gone.length} messages`;
  await addVersion(ctx, {
    campaign,
    draft: campaign.draft,
    change: `${many} back to the built-in letter`,
  });
}
