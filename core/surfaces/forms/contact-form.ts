import { eq } from 'drizzle-orm';
import type { Form } from '../../../channels/surface-contract.ts';
import { customers, replies } from '../../../db/schema/index.ts';
import { isId } from '../../../lib/ids.ts';
import type { Ctx } from '../../context.ts';
import { decideChange } from '../../customers/changes/decide-change.ts';
import { proposeChange } from '../../customers/changes/propose-change.ts';
import { normaliseAddress } from '../../customers/import/normalise-address.ts';
import { CONTACT_ROLES, ROLE_LABELS } from '../../customers/roles.ts';
import { triageSchema } from '../../ports.ts';
import { replyEntry } from '../../replies/replies-part.ts';
import { demand } from '../../tenants/roles.ts';
import { quoteReply } from './quote-reply.ts';
import { atField, type Filled, type Taken, unknownReply } from './taken.ts';

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
    intro: `At ${reply.customer}. ${quoteReply(reply)}`,
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

/** Adds them to the customer's people; it can be undone. */
export async function takeContact(
  ctx: Ctx,
  { replyId, filled }: { replyId: string; filled: Filled },
): Promise<Taken> {
  demand(ctx.actor, 'draft');
  const { customerId, country } = await behind(ctx, replyId);
  if (!customerId) throw unknownReply();
  const [name, role] = [filled('name'), filled('role')];
  if (!name) throw atField('name', 'Say who it is.');
  const addresses = Object.fromEntries(
    [
      ['email', 'email'],
      ['phone', 'sms'],
    ].flatMap(([key = '', channel = '']) => {
      const address = filled(key);
      if (!address) return [];
      if (!normaliseAddress(channel, address, country ?? undefined))
        throw atField(key, key === 'email' ? 'This is no e-mail address.' : 'This is no phone number.');
      return [[channel, address]];
    }),
  );
  const why = 'Somebody there said so in an answer.';
  const step = { do: 'add_contact', name, ...(role ? { role } : {}), addresses } as const;
  const changeId = await proposeChange(ctx, { customerId, steps: [step], why });
  await decideChange(ctx, { changeId, decision: 'confirm' });
  return { subjectId: replyId, tell: `${name} is in the address book now; you can undo it on the page.` };
}

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
