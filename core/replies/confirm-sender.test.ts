import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addContact, addCustomer } from '../../test/add-customer.ts';
import { type Delivery, openDesk } from '../../test/approved-campaign.ts';
import type { Actor } from '../tenants/roles.ts';
import { confirmSender, listCandidates } from './confirm-sender.ts';
import { answerReply } from './desk/answer-reply.ts';
import { receiveReply } from './receive-reply.ts';

let d: Delivery;
let manager: Actor;
beforeAll(async () => {
  ({ d, manager } = await openDesk());
});
afterAll(() => d.close());

const someone = (name: string, email: string) =>
  d.system(async (ctx) => addContact(ctx, { customerId: await addCustomer(ctx, {}), name, at: { email } }));

describe('an address that several people share', () => {
  it('is answered once a person has said who wrote, out of those who have it', async () => {
    const email = 'front-desk@example.com';
    const [one, other] = [await someone('Anna', email), await someone('Bert', email)];
    const { replyId } = await d.system((ctx) =>
      receiveReply(ctx, {
        ...{ channel: 'email', identifier: email, message: 'When does it come?' },
        normalise: (_, address) => address,
      }),
    );
    const answer = () =>
      d.as(manager, (ctx) =>
        answerReply(ctx, { replyId, text: 'Tomorrow.', limits: { maxTextLength: 5_000, hasSubject: true } }),
      );
    await expect(answer()).rejects.toMatchObject({ code: 'reply:state' });
    const candidates = await d.as(manager, (ctx) => listCandidates(ctx, { replyId }));
    expect(candidates.map(({ contact }) => contact).sort()).toEqual(['Anna', 'Bert']);
    const choose = (who: Actor, contactId: string) =>
      d.as(who, (ctx) => confirmSender(ctx, { replyId, contactId }));
    await expect(choose(await d.person('manager', 'token'), one)).rejects.toMatchObject({
      code: 'auth:forbidden',
    });
    const stranger = await someone('Rudolf Sample', 'guest@example.com');
    await expect(choose(manager, stranger)).rejects.toMatchObject({ code: 'reply:state' });
    await choose(manager, other);
    await answer();
    await d.tick();
    expect(d.sent.map(({ to }) => to)).toEqual([email]);
  });
});
