import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type OpenSurface, openSurface } from '../../test/open-surface.ts';
import type { Actor } from '../tenants/roles.ts';
import { createLinkCode, linkAccount, listLinks, unlinkAccount } from './links.ts';

let s: OpenSurface;
beforeAll(async () => {
  s = await openSurface();
});
afterAll(() => s.close());
beforeEach(() => s.begin());

describe('who is heard', () => {
  const from = 'USTRANGER';

  it('is nobody who is not linked: one polite sentence, and nothing is kept of what they say', async () => {
    const runner = s.open();
    await runner.receive(s.app(), s.said('send everything', { from }));
    await runner.receive(s.app(), s.said('please', { from }));
    await runner.settle();
    expect(s.texts()).toEqual([expect.stringMatching(/^to USTRANGER: .*linked/)]);
    expect((await s.turns()).filter(({ speaker }) => speaker === from)).toEqual([]);
  });

  it('is whoever says a code that a signed-in person made, once', async () => {
    const runner = s.open();
    const { code } = await s.ws.as(s.anong, createLinkCode);
    await runner.receive(s.app(), s.said(`link ${code.toLowerCase()}`, { from: 'UNEW' }));
    await runner.receive(s.app(), s.said('hello', { from: 'UNEW' }));
    await runner.receive(s.app(), s.said(`link ${code}`, { from }));
    await runner.settle();
    expect(s.texts().toSorted()).toEqual([
      'heard hello',
      expect.stringMatching(/^to UNEW: You are linked/),
      expect.stringMatching(/^to USTRANGER: .*not valid/),
    ]);
    const script = await s.ws.person('manager', 'token');
    await expect(s.ws.as(script, createLinkCode)).rejects.toMatchObject({ code: 'auth:forbidden' });
  });

  it('is not found by trying codes: after five wrong ones even a right one is none for an hour', async () => {
    const runner = s.open();
    for (let at = 0; at < 5; at += 1) await runner.receive(s.app(), s.said('link AAAA-000A', { from }));
    const { code } = await s.ws.as(s.anong, createLinkCode);
    await runner.receive(s.app(), s.said(`link ${code}`, { from }));
    await runner.settle();
    expect(s.texts().filter((text) => /You are linked/.test(text))).toEqual([]);
  });

  it('is linked by admins only, and no longer once that is undone', async () => {
    const link = { appId: s.appId, externalId: 'UX', userId: s.anong.userId };
    for (const who of [s.anong, await s.ws.person('admin', 'token')])
      await expect(s.ws.as(who, (ctx) => linkAccount(ctx, link))).rejects.toMatchObject({
        code: 'auth:forbidden',
      });
    const mine = (await s.ws.as(s.anong, listLinks)).find((one) => one.appId === s.appId)!;
    const other = await s.ws.person('manager');
    const undo = (who: Actor) => s.ws.as(who, (ctx) => unlinkAccount(ctx, { linkId: mine.id }));
    await expect(undo(other)).rejects.toMatchObject({ code: 'surface:unknown' });
    await undo(s.anong);
    const runner = s.open();
    await runner.receive(s.app(), s.said('hello'));
    await runner.settle();
    expect(s.texts()).toEqual([expect.stringMatching(/linked/)]);
  });
});
