import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AskAnswer } from '../core/ask-answer.ts';
import { newId } from '../lib/ids.ts';
import { agentThatSays, openTestServer, type TestServer, type Voice } from '../test/server.ts';
import { briefInWords } from './campaigns.ts';

const drafted: AskAnswer = {
  thread: newId(),
  reply: 'A renewal reminder for 3 customers.',
  questions: [],
  campaign: {
    id: newId(),
    version: 1,
    type: 'renewal',
    status: 'draft',
    channels: [],
    schedule: { kind: 'now' },
  },
  audience: null,
  previews: [],
  approval: null,
};
let said: AskAnswer = drafted;

let server: TestServer;
let manager: Voice;
beforeAll(async () => {
  server = await openTestServer({
    agent: { ...agentThatSays([]), ask: () => agentThatSays([{ type: 'done', answer: said }]).ask(never) },
  });
  manager = await server.signIn('manager');
});
afterAll(() => server.close());
beforeEach(() => {
  said = drafted;
});
const never = {} as never;

const draft = {
  name: 'October renewals',
  type: 'renewal',
  filter: { all: [{ op: 'in', field: 'country', values: ['TH'] }] },
};
const create = async (changes = {}) =>
  (await manager.post('/api/v1/campaigns', { ...draft, ...changes })).json<{ id: string; version: number }>();

describe('POST /campaigns', () => {
  it('makes a draft of its fields, with the defaults of what is left out', async () => {
    const made = await manager.post('/api/v1/campaigns', draft);
    expect(made.statusCode).toBe(201);
    expect(made.json()).toMatchObject({
      name: draft.name,
      type: 'renewal',
      status: 'draft',
      version: 1,
      draft: { ...draft, channels: [], schedule: { kind: 'now' } },
    });
    const read = await manager.get(`/api/v1/campaigns/${made.json().id}`);
    expect(read.json()).toEqual(made.json());
  });

  it('names what nobody named by what it is', async () => {
    const { name: _, ...unnamed } = draft;
    const made = await manager.post('/api/v1/campaigns', unnamed);
    expect([made.statusCode, made.json().name]).toEqual([201, 'Renewal, Thailand']);
  });

  it('has the agent read a sentence and answers what it made, or what it asks', async () => {
    const made = await manager.post('/api/v1/campaigns', { request: 'renewals for all Hiltons' });
    expect([made.statusCode, made.json()]).toEqual([201, { ...drafted, id: drafted.campaign!.id }]);
    said = {
      ...drafted,
      campaign: null,
      questions: [{ text: 'Which Hilton?', choices: ['all', 'Pattaya'] }],
    };
    const back = await manager.post('/api/v1/campaigns', { request: 'the Hilton one' });
    expect([back.statusCode, back.json()]).toEqual([200, { ...said, id: null }]);
  });

  it('refuses a wrong draft by its field and writes nothing', async () => {
    const before = (await manager.get('/api/v1/campaigns')).json().campaigns.length;
    for (const [body, field] of [
      [{ name: 'x' }, 'type'],
      [{ ...draft, filter: { op: 'in', field: 'country' } }, 'filter.values'],
      [{ ...draft, schedule: { kind: 'at', at: 'tomorrow' } }, 'schedule.at'],
      [{ ...draft, colour: 'red' }, 'colour'],
      [{ request: '' }, 'request'],
    ] as const) {
      const refused = await manager.post('/api/v1/campaigns', body);
      expect([refused.statusCode, refused.json().error.where.field]).toEqual([400, field]);
    }
    const foreign = await manager.post('/api/v1/campaigns', {
      ...draft,
      filter: { op: 'in', field: 'shoe_size', values: [46] },
    });
    expect([foreign.statusCode, foreign.json().error.code]).toEqual([400, 'field:unknown']);
    expect((await manager.get('/api/v1/campaigns')).json().campaigns).toHaveLength(before);
  });

  it('keeps what Postgres cannot hold as a visible sign', async () => {
    const made = await manager.post('/api/v1/campaigns', {
      ...draft,
      name: 'a\u0000b\ud800c',
      wording: { 'e\u0000mail': { body: 'x\udfff' } },
    });
    expect(made.json()).toMatchObject({
      name: 'a\ufffdb\ufffdc',
      draft: { wording: { 'e\ufffdmail': { body: 'x\ufffd' } } },
    });
  });

  it('is not for viewers', async () => {
    const viewer = await server.signIn('viewer');
    const refused = await viewer.post('/api/v1/campaigns', draft);
    expect([refused.statusCode, refused.json().error.code]).toEqual([403, 'auth:forbidden']);
  });

  it('is for scripts, which may prepare', async () => {
    const script = await server.script('manager');
    expect((await script.post('/api/v1/campaigns', draft)).statusCode).toBe(201);
  });
});

describe('PATCH /campaigns/:id', () => {
  it('changes what is named and leaves the rest, in a new version', async () => {
    const { id } = await create({ channels: ['email'], topic: 'Rates' });
    const changed = await manager.send({
      method: 'PATCH',
      url: `/api/v1/campaigns/${id}`,
      payload: { tone: 'formal' },
    });
    expect(changed.json()).toMatchObject({
      version: 2,
      draft: { ...draft, channels: ['email'], topic: 'Rates', tone: 'formal' },
    });
  });

  it('refuses nothing at all, and a field nobody knows', async () => {
    const { id } = await create();
    for (const payload of [{}, { status: 'done' }, { version: 7 }]) {
      const refused = await manager.send({ method: 'PATCH', url: `/api/v1/campaigns/${id}`, payload });
      expect([refused.statusCode, refused.json().error.code]).toEqual([400, 'input:invalid']);
    }
    expect((await manager.get(`/api/v1/campaigns/${id}`)).json()).toMatchObject({
      version: 1,
      status: 'draft',
    });
  });
});

describe('DELETE /campaigns/:id', () => {
  it('takes it out of sight', async () => {
    const { id } = await create();
    const url = `/api/v1/campaigns/${id}`;
    expect((await manager.send({ method: 'DELETE', url })).json()).toEqual({ done: true });
    const gone = await manager.get(url);
    expect([gone.statusCode, gone.json().error.code]).toEqual([404, 'campaign:unknown']);
    const list = (await manager.get('/api/v1/campaigns')).json().campaigns as { id: string }[];
    expect(list.map((row) => row.id)).not.toContain(id);
  });
});

describe('GET /campaigns', () => {
  it('lists by status and refuses one that there is not', async () => {
    const { id } = await create();
    const drafts = (await manager.get('/api/v1/campaigns?status=draft')).json().campaigns as { id: string }[];
    expect(drafts.map((row) => row.id)).toContain(id);
    expect((await manager.get('/api/v1/campaigns?status=done')).json().campaigns).toEqual([]);
    const wrong = await manager.get('/api/v1/campaigns?status=gone&limit=10');
    expect(wrong.json().error.where).toEqual({ in: 'query', field: 'status' });
  });
});

describe('a brief in fields', () => {
  it('is said as a person would say it', () => {
    const brief = {
      brief: 'win back hotels',
      objectives: ['ten contracts', 'two referrals'],
      offer: 'The first month is free',
      budget: { minor: 5_000_000, currency: 'THB' },
      channels: ['email', 'line'],
    };
    expect(briefInWords(brief)).toBe(
      'Brief: win back hotels. Channels: email, line. Goals: ten contracts; two referrals. Offer: The first month is free. Budget: THB 50,000',
    );
  });

  it.each(['/api/v1/campaigns', '/api/v1/ai/generate-campaign'])(
    'with a channel that is none is refused: %s',
    async (path) => {
      const answer = await manager.post(path, { brief: 'win back hotels in Phuket', channels: ['pigeon'] });
      expect(answer.statusCode).toBe(400);
      expect(answer.json().error).toMatchObject({
        code: 'channel:unknown',
        nextStep: expect.stringContaining('email'),
      });
    },
  );
});
