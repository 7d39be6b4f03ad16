// Somebody who writes to the desk, and what its people do about it.

import { answerReply } from '../core/replies/desk/answer-reply.ts';
import { listConversations } from '../core/replies/desk/list-conversations.ts';
import type { AnswerInput } from '../core/replies/desk/propose-answer.ts';
import { receiveReply } from '../core/replies/receive-reply.ts';
import type { ReplyInput } from '../core/replies/reply-input.ts';
import type { Actor } from '../core/tenants/roles.ts';
import { addContact, addCustomer } from './add-customer.ts';
import type { Delivery } from './approved-campaign.ts';

export const MAIL = { maxTextLength: 5_000, hasSubject: true };

export type DeskKit = ReturnType<typeof deskKit>;

export function deskKit(d: Delivery) {
  let number = 0;
  async function aGuest() {
    number += 1;
    const email = `guest${number}@example.com`;
    const contactId = await d.system(async (ctx) =>
      addContact(ctx, { customerId: await addCustomer(ctx, {}), name: 'Rudolf Sample', at: { email } }),
    );
    return { email, contactId };
  }
  const receive = (identifier: string, message: string, more: Partial<ReplyInput> = {}) =>
    d.system((ctx) =>
      receiveReply(ctx, {
        ...{ channel: 'email', identifier, message, normalise: (_: string, address: string) => address },
        ...more,
      }),
    );
  const answer = (who: Actor, replyId: string, more: Partial<AnswerInput> = {}) =>
    d.as(who, (ctx) =>
      answerReply(ctx, { replyId, text: 'The invoice comes tomorrow.', limits: MAIL, ...more }),
    );
  const conversationOf = async (email: string) => {
    const all = await d.system((ctx) => listConversations(ctx, { view: 'all', limit: 500 }));
    return all.find(({ identifier }) => identifier === email)!;
  };
  return { aGuest, receive, answer, conversationOf };
}
