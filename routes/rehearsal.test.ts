import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '../lib/errors.ts';
import { newId } from '../lib/ids.ts';
import { createLog } from '../lib/log.ts';
import { addCampaign, addPeople } from '../test/add-campaign.ts';
import { openTestServer, type TestServer, type Voice } from '../test/server.ts';
import { tellProgress } from './tell-progress.ts';

let server: TestServer;
let manager: Voice;
let campaignId: string;
beforeAll(async () => {
  server = await openTestServer();
  manager = await server.signIn('manager');
  campaignId = await server.system(async (ctx) => {
    await addPeople(ctx, { count: 450 });
    return addCampaign(ctx, { type: 'renewal', channels: ['email'] });
  });
});
afterAll(() => server.close());

const STREAM = { headers: { accept: 'text/event-stream' } };
const told = (body: string) =>
  body.split('\n\n').flatMap((block) => (block.startsWith('data: ') ? [JSON.parse(block.slice(6))] : []));
const rehearse = (id: string, more = {}) => manager.get(`/api/v1/campaigns/${id}/dry-run?limit=2`, more);

describe('a dry run that is listened to', () => {
  it('tells how far it is and ends with what one that is waited for answers', async () => {
    const plain = (await rehearse(campaignId)).json();
    expect(plain).toMatchObject({ recipients: 450, customers: 450 });
    const answer = await rehearse(campaignId, STREAM);
    expect(answer.headers['content-type']).toContain('text/event-stream');
    const events = told(answer.body);
    expect(events.at(-1)).toMatchObject({ type: 'done', result: { ...plain, messages: expect.any(Array) } });
    expect(events.at(-1).result.messages).toHaveLength(2);
    const far = events.slice(0, -1);
    expect(far.length).toBeGreaterThan(0);
    for (const one of far)
      expect(one).toMatchObject({ type: 'progress', refused: plain.refused > 0 ? expect.any(Number) : 0 });
    const counts = far.map(({ recipients }) => recipients);
    expect(counts).toEqual(counts.toSorted((a: number, b: number) => a - b));
    expect(counts.every((count: number) => count > 0 && count <= 450)).toBe(true);
  });

  it('says within the stream why there is nothing', async () => {
    const events = told((await rehearse(newId(), STREAM)).body);
    expect(events).toEqual([expect.objectContaining({ type: 'error', code: 'campaign:unknown' })]);
  });
});

async function allOf<T>(events: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const event of events) all.push(event);
  return all;
}

describe('work that tells how far it is', () => {
  const log = createLog('silent');
  const listen = { log, signal: new AbortController().signal };

  it('tells the newest only, however slowly one listens', async () => {
    const seen = tellProgress<{ n: number }, string>(listen, async (tell) => {
      for (const n of [1, 2, 3]) tell({ n });
      return 'all';
    });
    expect(await allOf(seen)).toEqual([
      { type: 'progress', n: 3 },
      { type: 'done', result: 'all' },
    ]);
  });

  it('says what went wrong, and of a fault of ours nothing but that', async () => {
    const refused = new AppError('campaign:state', 'Not now.', { nextStep: 'Later.' });
    const of = (error: Error) => allOf(tellProgress(listen, () => Promise.reject(error)));
    expect(await of(refused)).toMatchObject([{ type: 'error', code: 'campaign:state', message: 'Not now.' }]);
    const [broken] = await of(new Error('select * from secrets'));
    expect(broken).toMatchObject({ type: 'error', code: 'server:failed' });
    expect(JSON.stringify(broken)).not.toContain('secrets');
  });

  it('says nothing more to whoever left', async () => {
    const signal = AbortSignal.abort();
    expect(await allOf(tellProgress({ log, signal }, () => Promise.reject(signal.reason)))).toEqual([]);
  });
});
