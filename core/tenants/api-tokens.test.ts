import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiTokens } from '../../db/schema/index.ts';
import { openTestWorkspace, type TestWorkspace } from '../../test/workspace.ts';
import { createCampaign } from '../campaigns/create-campaign.ts';
import { createApiToken, listApiTokens, revokeApiToken } from './api-tokens.ts';
import { findApiToken } from './find-api-token.ts';
import { findSession } from './find-session.ts';
import { type Actor, can } from './roles.ts';

let ws: TestWorkspace;
beforeAll(async () => {
  ws = await openTestWorkspace();
});
afterAll(() => ws.close());

const make = (actor: Actor, input: Parameters<typeof createApiToken>[1] = { name: 'script' }) =>
  ws.as(actor, (ctx) => createApiToken(ctx, input));
const find = (token: string) => findApiToken(ws.database, token);
const namesOf = async (actor: Actor) => (await ws.as(actor, listApiTokens)).map(({ name }) => name);

describe('an API token', () => {
  it('speaks for its person, beside their others, and only its hash is kept', async () => {
    const person = await ws.person('approver');
    const first = await make(person);
    const second = await make(person, { name: 'nightly import' });
    expect((await find(first.token))?.actor).toMatchObject({ userId: person.userId, surface: 'token' });
    expect((await find(second.token))?.sessionId).toBeNull();
    const stored = await ws.system((ctx) => ctx.tx.select().from(apiTokens));
    expect(JSON.stringify(stored)).not.toContain(second.token);
    await ws.as(person, (ctx) => revokeApiToken(ctx, second.id));
    expect(await find(second.token)).toBeNull();
    expect(await find(first.token)).not.toBeNull();
  });

  it('may do of what its person may only what it was made for, and never approves', async () => {
    const person = await ws.person('admin');
    const { token } = await make(person, { name: 'import', scopes: ['read', 'import'] });
    const { actor } = (await find(token))!;
    const may = (['read', 'import', 'draft', 'administer', 'approve'] as const).filter((one) =>
      can(actor, one),
    );
    expect(may).toEqual(['read', 'import']);
    await expect(
      ws.as(actor, (ctx) => createCampaign(ctx, { draft: { name: 'X', type: 'renewal' } })),
    ).rejects.toMatchObject({ code: 'auth:forbidden', nextStep: 'Make a token that may do this.' });
    const approving = { name: 'x', scopes: ['approve'] } as never;
    await expect(make(person, approving)).rejects.toThrow();
    expect(can((await find((await make(person)).token))!.actor, 'approve')).toBe(false);
  });

  it('gives nobody more than their role', async () => {
    const { token } = await make(await ws.person('viewer'), { name: 'x', scopes: ['read', 'import'] });
    expect(can((await find(token))!.actor, 'import')).toBe(false);
  });

  it('is one of twenty of its person’s at most', async () => {
    const person = await ws.person('manager');
    for (let n = 0; n < 20; n++) await make(person, { name: `script ${n}` });
    await expect(make(person)).rejects.toMatchObject({ code: 'input:invalid' });
    const [last] = await ws.as(person, listApiTokens);
    await ws.as(person, (ctx) => revokeApiToken(ctx, last!.id));
    await make(person);
    await make(await ws.person('manager'));
  });

  it('ends by itself', async () => {
    const person = await ws.person('manager');
    const { id, token } = await make(person, { name: 'short', days: 1 });
    const [row] = await ws.as(person, listApiTokens);
    expect(Date.parse(row!.expiresAt!) - Date.parse(row!.createdAt)).toBeCloseTo(86_400_000, -4);
    const past = { expiresAt: sql`now() - interval '1 second'` };
    await ws.system((ctx) => ctx.tx.update(apiTokens).set(past).where(eq(apiTokens.id, id)));
    expect(await find(token)).toBeNull();
    expect(await namesOf(person)).toEqual([]);
  });

  it('cannot make or end a token, and is no session', async () => {
    const { id, token } = await make(await ws.person('admin'));
    expect(await findSession(ws.database, token)).toBeNull();
    const { actor } = (await find(token))!;
    await expect(make(actor)).rejects.toMatchObject({ code: 'auth:forbidden' });
    const ending = ws.as(actor, (ctx) => revokeApiToken(ctx, id));
    await expect(ending).rejects.toMatchObject({ code: 'auth:forbidden' });
  });

  it('is seen and ended by its person and by admins only', async () => {
    const [one, other, admin] = [
      await ws.person('manager'),
      await ws.person('manager'),
      await ws.person('admin'),
    ];
    const { id } = await make(one, { name: 'of one' });
    expect(await namesOf(other)).not.toContain('of one');
    expect(await namesOf(admin)).toContain('of one');
    const ending = ws.as(other, (ctx) => revokeApiToken(ctx, id));
    await expect(ending).rejects.toMatchObject({ code: 'token:unknown' });
    await ws.as(admin, (ctx) => revokeApiToken(ctx, id));
    expect(await namesOf(one)).toEqual([]);
  });
});
