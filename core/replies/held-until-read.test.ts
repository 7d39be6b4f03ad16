// What may be a stop before anything has read it, and what becomes of it by who reads it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Delivery, openDesk } from '../../test/approved-campaign.ts';
import { type DoubtKit, doubtKit, embedded } from '../../test/doubt-kit.ts';
import type { Triager } from '../ports.ts';

const AWAY: Triager = { triage: () => Promise.reject(new Error('the model is away')) };

let d: Delivery;
let decide: DoubtKit['decide'];
let doubt: DoubtKit['doubt'];
let receive: DoubtKit['receive'];
let rowOf: DoubtKit['rowOf'];
let stopsOf: DoubtKit['stopsOf'];
let triage: DoubtKit['triage'];
beforeAll(async () => {
  const desk = await openDesk();
  d = desk.d;
  ({ decide, doubt, receive, rowOf, stopsOf, triage } = doubtKit(d, desk.manager));
});
afterAll(() => d.close());

describe('what may be a stop', () => {
  it('is held from its receipt on where free wording is not likely to mean it, and decided once it was read', async () => {
    const heard = async (triager: Triager, times = 1) => {
      const one = (await d.approve()).people[0]!;
      const replyId = await receive(one, 'Please stop writing to me', { isLikelyStop: () => false });
      expect([await stopsOf(one), (await rowOf(replyId)).doubt]).toEqual([['held'], 'open']);
      await expect(decide(replyId, false)).rejects.toMatchObject({ code: 'reply:state' });
      for (let at = 0; at < times; at++) await triage(replyId, triager);
      return { one, replyId };
    };
    const open = await heard({
      triage: async (input) => ({ ...(await embedded.triage(input)), intent: 'accept', mayBeStop: false }),
    });
    expect(await rowOf(open.replyId)).toMatchObject({ doubt: 'open', triage: { needsHuman: true } });
    await decide(open.replyId, false);
    expect(await stopsOf(open.one)).toEqual([]);
    // What reads it as a stop makes it one, and asks nobody.
    const meant = await heard(embedded);
    expect([await stopsOf(meant.one), (await rowOf(meant.replyId)).doubt]).toEqual([['all'], null]);
    const unread = await heard(AWAY, 5);
    await decide(unread.replyId, true);
    expect([await stopsOf(unread.one), (await rowOf(unread.replyId)).doubt]).toEqual([['all'], 'stop']);
  });

  it('is what nothing can read, whatever it says, until a person has', async () => {
    const one = (await d.approve()).people[0]!;
    const replyId = await receive(one, 'Hm');
    const held: string[][] = [];
    for (let at = 0; at < 5; at++) {
      await triage(replyId, AWAY);
      held.push(await stopsOf(one));
    }
    expect(held).toEqual([[], [], [], [], ['held']]);
    await decide(replyId, false);
    expect(await stopsOf(one)).toEqual([]);
  });

  it('is no doubt where code has stopped already, or a machine wrote', async () => {
    const { people } = await d.approve();
    const replyId = await doubt(people[0]!, 'Please stop writing to me');
    expect(await rowOf(replyId)).toMatchObject({ doubt: null });
    expect(await stopsOf(people[0]!)).toEqual(['all']);
  });
});
