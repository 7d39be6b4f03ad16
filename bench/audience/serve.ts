// A server of the product on loopback with somebody signed in, asked over HTTP as a page asks.
import { Agent, request } from 'node:http';
import { createChannels } from '../../channels/index.ts';
import type { Database, Tenant } from '../../core/context.ts';
import { addField } from '../../core/fields/registry.ts';
import { createSignInLink } from '../../core/tenants/create-sign-in-link.ts';
import { redeemSignInLink } from '../../core/tenants/redeem-sign-in-link.ts';
import { createClock } from '../../lib/clock.ts';
import { createLog } from '../../lib/log.ts';
import { buildServer } from '../../routes/server.ts';
import { openWorkspaceOn, TEST_KEYS, TEST_NOW } from '../../test/workspace.ts';

/** A new workspace, or the one of an earlier run. */
export async function serveWorkspace(database: Database, kept: Tenant | null) {
  const workspace = await openWorkspaceOn(database, kept ? { of: kept } : {});
  if (!kept)
    await workspace.system((ctx) => addField(ctx, { key: 'platform', label: 'Platform', kind: 'choice' }));
  const { userId } = await workspace.person('manager');
  const { token: link } = await workspace.system((ctx) => createSignInLink(ctx, { userId }));
  const { token } = await redeemSignInLink(workspace, link);
  const app = buildServer({
    database,
    within: workspace.within,
    keys: TEST_KEYS,
    clock: createClock(TEST_NOW),
    log: createLog('silent'),
    channels: createChannels({ store: { accept: async () => {}, find: async () => new Set() } }),
    triager: { triage: () => Promise.reject(new Error('nothing to read here')) },
    inbound: { keep: async () => {} },
    agent: { async *ask() {}, report: async () => {} },
    surfaces: new Map(),
    surfaceRunner: { find: async () => null, receive: async () => null, receiveDiverted: async () => {} },
    imports: { run: () => {} },
    wake: () => {},
    baseUrl: 'http://127.0.0.1',
    requestsPerMinute: Number.MAX_SAFE_INTEGER,
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const address = app.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const agent = new Agent({ keepAlive: true });
  const headers = { 'content-type': 'application/json', cookie: `refrain_session=${token}` };

  const post = (path: string, body: object): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const options = { agent, port, method: 'POST', path: `/api/v1${path}`, headers };
      const asked = request(options, async (answer) => {
        const text = (await answer.toArray()).join('');
        if (answer.statusCode === 200) resolve(JSON.parse(text));
        else reject(new Error(`${path} answered ${answer.statusCode}: ${text}`));
      });
      asked.on('error', reject).end(JSON.stringify(body));
    });

  return {
    tenantId: workspace.tenant.id,
    post,
    close: async () => {
      agent.destroy();
      await app.close();
    },
  };
}
