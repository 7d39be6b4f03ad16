import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { surfaceApps } from '../../db/schema/index.ts';
import { seal } from '../../lib/crypto.ts';
import { newId } from '../../lib/ids.ts';
import { fakeSurface } from '../../test/fake-surface.ts';
import { openTestWorkspace, type TestWorkspace } from '../../test/workspace.ts';
import type { Actor } from '../tenants/roles.ts';
import { createThread } from '../threads/create-thread.ts';
import { listThreads } from '../threads/list-threads.ts';
import { readGoing } from './continue-thread.ts';
import { hearSaid } from './hear.ts';
import { linkAccount } from './links.ts';
import type { SurfaceApp } from './surface-apps.ts';
import { threadAt } from './turns.ts';

describe('a wish to go on with a conversation', () => {
  it.each([
    ['my conversations', { kind: 'list' }],
    ['Show my threads', { kind: 'list' }],
    ['continue 2', { kind: 'number', at: 2 }],
    ['go on with number 3', { kind: 'number', at: 3 }],
    ['continue here', { kind: 'words', words: '' }],
    ['Please continue my last conversation', { kind: 'words', words: '' }],
    ['continue the conversation about the Hiltons', { kind: 'words', words: 'the Hiltons' }],
    ['weiter mit dem Gespräch über Hilton', { kind: 'words', words: 'Hilton' }],
  ])('is heard in “%s”', (sentence, going) => {
    expect(readGoing(sentence)).toEqual(going);
  });

  it.each([
    'continue the Hilton campaign',
    'continue',
    'go on with the reminder to 5 hotels',
    'my campaigns',
    'continue 2 hotels in Phuket',
  ])('is not heard in “%s”', (sentence) => {
    expect(readGoing(sentence)).toBeNull();
  });
});

type Person = Extract<Actor, { kind: 'person' }>;
let ws: TestWorkspace;
let [anong, boss] = [] as unknown as [Person, Person];
let app: SurfaceApp;
beforeAll(async () => {
  ws = await openTestWorkspace();
  [anong, boss] = [await ws.person('manager'), await ws.person('admin')];
  const { surface } = fakeSurface();
  app = { id: newId(), tenantId: ws.tenant.id, surface, settings: {}, print: 'x' };
  await ws.system(({ tx, keys, tenant }) =>
    tx.insert(surfaceApps).values({
      ...{
        id: app.id,
        tenantId: tenant.id,
        surface: 'slack',
        name: 'S',
        sealedSettings: seal(keys.seal, '{}'),
      },
    }),
  );
  await ws.as(boss, (ctx) => linkAccount(ctx, { appId: app.id, externalId: 'UANONG', userId: anong.userId }));
});
afterAll(() => ws.close());

const say = async (text: string, place = 'P1') => {
  const event = { kind: 'said' as const, externalId: newId(), from: 'UANONG', place, text };
  const heard = await ws.system((ctx) => hearSaid(ctx, { app, event, channels: new Map() }));
  return 'text' in heard ? heard.text : heard.kind;
};
const threadIn = (place = 'P1') =>
  ws.as(anong, (ctx) => threadAt(ctx, { appId: app.id, place, title: `begun in ${place}` }));

describe('a conversation that began elsewhere', () => {
  it('goes on here by its number or its words, a colleague’s too', async () => {
    const { id: onPage } = await ws.as(anong, (ctx) =>
      createThread(ctx, { title: 'Renewals of the Hiltons' }),
    );
    const { id: ofBoss } = await ws.as(boss, (ctx) => createThread(ctx, { title: 'Song of the Sea' }));
    expect(await say('hello')).toBe('queued');
    const before = await threadIn();
    expect(await say('my conversations')).toMatch(/1\. Renewals of the Hiltons\n/u);
    expect(await say('continue 1')).toBe('We go on here with “Renewals of the Hiltons”. What next?');
    expect(await threadIn()).toBe(onPage);
    await say('continue the conversation about the sea');
    expect(await threadIn()).toBe(ofBoss);
    await say('continue the conversation about P1');
    expect(await threadIn()).toBe(before);
    expect(await threadIn('P2')).not.toBe(before);
  });

  it('is not taken from nowhere: what is not there is said, and everything stays as it was', async () => {
    const before = await threadIn();
    expect(await say('continue 9')).toMatch(/no such conversation.*\n1\. /u);
    expect(await say('continue the conversation about nothing of the kind')).toMatch(/no such conversation/u);
    expect(await threadIn()).toBe(before);
  });

  it('is listed among one’s own where one began it on a surface', async () => {
    const mine = await ws.as(anong, (ctx) => listThreads(ctx, { whose: 'mine', limit: 10 }));
    expect(mine.map(({ title }) => title)).toContain('begun in P1');
  });
});
