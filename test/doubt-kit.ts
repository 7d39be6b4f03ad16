// Somebody writes, and it is read as what may be a stop; a person decides.
import { eq } from 'drizzle-orm';
import { createTriager } from '../agent/triager.ts';
import type { Triager } from '../core/ports.ts';
import { decideDoubt } from '../core/replies/decide-doubt.ts';
import { reading } from '../core/replies/reading.ts';
import { receiveReply } from '../core/replies/receive-reply.ts';
import { triageReply } from '../core/replies/triage-reply.ts';
import type { Actor } from '../core/tenants/roles.ts';
import { replies, suppressions } from '../db/schema/index.ts';
import type { TestRecipient } from './add-campaign.ts';
import { testHash } from './add-customer.ts';
import type { Delivery } from './approved-campaign.ts';

type To = Pick<TestRecipient, 'address'>;

export const embedded = createTriager(reading);
/** Takes whatever it reads for what may be a stop. */
export const doubting: Triager = {
  triage: async (input) => ({
    ...(await embedded.triage(input)),
    ...({ intent: 'complaint', mayBeStop: true, needsHuman: false } as const),
  }),
};

export type DoubtKit = ReturnType<typeof doubtKit>;

export function doubtKit(d: Delivery, manager: Actor) {
  const receive = async ({ address: identifier }: To, message: string, more: object = {}) => {
    const normalise = (_: string, address: string) => address;
    const { replyId } = await d.system((ctx) =>
      receiveReply(ctx, { channel: 'email', identifier, message, normalise, ...more }),
    );
    return replyId;
  };
  const triage = (replyId: string, triager: Triager) =>
    triageReply({ within: d.within, tenantId: d.tenant.id, triager }, { replyId });
  const doubt = async (one: To, message = 'So much post from you') => {
    const replyId = await receive(one, message);
    await triage(replyId, doubting);
    return replyId;
  };
  const decide = (replyId: string, isStop: boolean, who = manager) =>
    d.as(who, (ctx) => decideDoubt(ctx, { replyId, isStop }));
  const rowOf = async (id: string) =>
    (await d.system(({ tx }) => tx.select().from(replies).where(eq(replies.id, id))))[0]!;
  const stopsOf = ({ address }: To) =>
    d.system(async (ctx) => {
      const rows = await ctx.tx
        .select()
        .from(suppressions)
        .where(eq(suppressions.addressHash, testHash(ctx, address)));
      return rows.flatMap(({ liftedAt, scope }) => (liftedAt ? [] : scope)).sort();
    });
  return { receive, triage, doubt, decide, rowOf, stopsOf };
}
