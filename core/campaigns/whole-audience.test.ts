// What is shown of a large audience, and that nobody of it is lost on the way to where all of them are wanted.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customers } from '../../db/schema/index.ts';
import { newId } from '../../lib/ids.ts';
import { addCampaign } from '../../test/add-campaign.ts';
import { addContact } from '../../test/add-customer.ts';
import { fakeSurface } from '../../test/fake-surface.ts';
import { type OpenSurface, openSurface } from '../../test/open-surface.ts';
import { runTool } from '../../tools/define.ts';
import { TOOLS } from '../../tools/index.ts';
import type { AgentEvent } from '../agent-event.ts';
import { audiencePage } from '../audience/audience-page.ts';
import { audiencePart } from '../audience/audience-part.ts';
import { firstOf } from '../audience/shown-audience.ts';
import { type AudiencePart, audiencePart as shape } from '../parts.ts';
import { composeAnswer } from '../threads/compose-answer.ts';
import { createThread } from '../threads/create-thread.ts';
import { wholeAudience } from './whole-audience.ts';

const MANY = 2_100;
const EVERYBODY = { all: [] };

let s: OpenSurface;
beforeAll(async () => {
  s = await openSurface();
  await s.begin();
  await s.ws.system(async (ctx) => {
    const rows = Array.from({ length: MANY }, (_, at) => {
      const id = newId();
      const name = `House ${String(at).padStart(4, '0')}`;
      return { id, tenantId: ctx.tenant.id, importKey: id, name, country: at < 2_050 ? 'TH' : 'DE' };
    });
    for (let at = 0; at < MANY; at += 700) await ctx.tx.insert(customers).values(rows.slice(at, at + 700));
    for (const { id } of rows.slice(0, 2))
      await addContact(ctx, { customerId: id, at: { email: `${id}@example.com` } });
  });
});
afterAll(() => s.close());

const ask = async (name: string, args: object) => {
  const limitsOf = () => ({ maxTextLength: 1000, hasSubject: true });
  const triager = { triage: () => Promise.reject(new Error('nothing to read here')) };
  const scope = { within: s.ws.system, threadId: newId(), toolCallId: 'call', triager, limitsOf };
  const { forModel, parts } = await runTool(TOOLS.get(name)!, scope, args);
  return { forModel, audience: shape.parse(parts.find(({ kind }) => kind === 'audience')) };
};

describe('a conversation about a large audience', () => {
  it('shows and keeps the first by name, counts all, and says from how many its reach is told', async () => {
    const { forModel, audience } = await ask('find_customers', { filter: EVERYBODY });
    expect(audience.customers.map(({ name }) => name).slice(0, 2)).toEqual(['House 0000', 'House 0001']);
    expect(audience).toMatchObject({ total: MANY, estimated: { customers: 500, of: MANY } });
    expect(audience.customers).toHaveLength(50);
    expect(forModel).toMatchObject({ total: MANY, estimatedFrom: 500 });
    expect(JSON.stringify(audience).length).toBeLessThan(30_000);
  });

  it('is gone on with behind the last one shown, until everybody was', async () => {
    const { audience } = await ask('find_customers', { filter: EVERYBODY });
    const names = audience.customers.map(({ name }) => name);
    for (let { next } = audience; next; ) {
      const page = await s.ws.system((ctx) =>
        audiencePage(ctx, { filter: audience.filter, limit: 1000, after: next! }),
      );
      names.push(...page.customers.map(({ name }) => name));
      next = page.next;
    }
    expect(names).toEqual(Array.from({ length: MANY }, (_, at) => `House ${String(at).padStart(4, '0')}`));
  });

  it('shows the whole of one that is not large, with exact figures', async () => {
    const filter = { op: 'in', field: 'country', values: ['DE'] };
    const { forModel, audience } = await ask('find_customers', { filter });
    expect(audience.customers).toHaveLength(50);
    expect([audience.total, audience.next, audience.estimated]).toEqual([50, undefined, undefined]);
    expect(forModel).toMatchObject({ total: 50, reachable: 0, excluded: 50 });
  });

  it('keeps the exact figures of a draft, of which the first are shown', async () => {
    await s.ws.system(async (ctx) => {
      const whole = await audiencePart(ctx, { filter: EVERYBODY });
      const shown = firstOf(whole);
      expect(shown).toMatchObject({ total: MANY, reachable: 2, recipients: 2 });
      expect(shown.customers).toEqual(whole.customers.slice(0, 50));
      expect(shown.next).toBe(whole.customers[49]!.id);
      expect(await wholeAudience(ctx, shown)).toEqual(whole);
    });
  });
});

describe('all of a large audience', () => {
  it('is in the answer of a program, of a filter and of a campaign', async () => {
    const campaignId = await s.ws.system((ctx) => addCampaign(ctx, { filter: EVERYBODY }));
    for (const audience of [
      (await ask('find_customers', { filter: EVERYBODY })).audience,
      (await ask('show_audience', { campaignId })).audience,
    ])
      await s.ws.system(async (ctx) => {
        const { id: threadId } = await createThread(ctx);
        const answer = await composeAnswer(ctx, { threadId, reply: 'Here', parts: [audience] });
        expect(audience.customers).toHaveLength(50);
        const shown = await composeAnswer(ctx, { threadId, reply: 'Here', parts: [audience], isShown: true });
        expect(shown.audience!.customers).toHaveLength(50);
        expect(answer.audience!.customers).toHaveLength(MANY);
        expect(answer.audience).toMatchObject({ total: MANY, reachable: 2, recipients: 2 });
      });
  });

  it('is in the file that a surface sends beside what it shows', async () => {
    const { audience } = await ask('find_customers', { filter: EVERYBODY });
    s.ask = async function* (): AsyncGenerator<AgentEvent> {
      yield { type: 'part', part: audience satisfies AudiencePart };
    };
    const files: string[] = [];
    s.fake = fakeSurface({ sendFile: async (_place, { content }) => void files.push(String(content)) });
    const runner = s.open();
    await runner.receive(s.app(), s.said('Who is there?'));
    await runner.settle();
    // Everybody, and below them who cannot be reached, and why.
    const lines = files[0]!.split('\r\n').filter((line) => line.startsWith('House'));
    expect(lines).toHaveLength(MANY + (MANY - 2));
  });
});
