// A test's own HTTP server over a real database, asked through inject. The agent is given by the test.
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { createChannels } from '../channels/index.ts';
import type { AgentEvent } from '../core/agent-event.ts';
import type { Tenant } from '../core/context.ts';
import { createImportRunner } from '../core/customers/import/import-runner.ts';
import { createInboundRunner } from '../core/inbound/inbound-runner.ts';
import type { Triager } from '../core/ports.ts';
import { createApiToken } from '../core/tenants/api-tokens.ts';
import { createSignInLink } from '../core/tenants/create-sign-in-link.ts';
import { createUser } from '../core/tenants/create-user.ts';
import { redeemSignInLink } from '../core/tenants/redeem-sign-in-link.ts';
import type { Role } from '../core/tenants/roles.ts';
import { createTenant } from '../core/tenants/workspace.ts';
import { createClock } from '../lib/clock.ts';
import { newId } from '../lib/ids.ts';
import { createLog } from '../lib/log.ts';
import type { AgentPort } from '../routes/agent-port.ts';
import type { ServerDeps } from '../routes/deps.ts';
import { normaliserOf } from '../routes/normaliser.ts';
import { buildServer } from '../routes/server.ts';
import { openTestWorkspace, TEST_KEYS, TEST_NOW, type TestWorkspace } from './workspace.ts';

type Request = Omit<InjectOptions, 'method' | 'url'>;

/** Speaks as one person, by cookie or by token. */
export type Voice = {
  userId: string;
  headers: Record<string, string>;
  get(url: string, request?: Request): Promise<LightMyRequestResponse>;
  post(url: string, payload?: InjectOptions['payload'], request?: Request): Promise<LightMyRequestResponse>;
  send(request: InjectOptions): Promise<LightMyRequestResponse>;
};

/** An agent that answers every turn with the given events. */
export const agentThatSays = (events: AgentEvent[]): AgentPort => ({
  async *ask() {
    yield* events;
  },
  report: async () => {},
});

export async function openTestServer(given: Partial<ServerDeps> = {}, now = TEST_NOW) {
  const workspace = await openTestWorkspace({}, now);
  const woken: string[] = [];
  const channels = createChannels({ store: { accept: async () => {}, find: async () => new Set() } });
  const log = createLog('silent');
  const imports = createImportRunner({
    within: workspace.within,
    normalise: normaliserOf(channels),
    owner: 'a test',
    log,
  });
  const triager: Triager = { triage: () => Promise.reject(new Error('no triager in this test')) };
  const surfaceRunner = {
    find: async () => null,
    receive: async () => null,
    receiveDiverted: async () => {},
  };
  const wake = (tenantId: string) => void woken.push(tenantId);
  const inbound = createInboundRunner({
    ...{ within: workspace.within, channels, surfaces: new Map(), normalise: normaliserOf(channels) },
    ...{ triager, hand: async () => {}, wake, log },
  });
  const deps: ServerDeps = {
    database: workspace.database,
    within: workspace.within,
    keys: TEST_KEYS,
    clock: createClock(now),
    log,
    channels,
    surfaces: new Map(),
    surfaceRunner,
    triager,
    hasWriter: true,
    inbound: {
      // A test looks at what became of it as soon as it was answered.
      keep: async (tenantId, events) => {
        await inbound.keep(tenantId, events);
        await inbound.takeIn(tenantId);
      },
    },
    agent: agentThatSays([]),
    imports,
    wake,
    baseUrl: 'http://refrain.example',
    requestsPerMinute: 100_000,
    ...given,
  };
  const app = buildServer(deps);
  await app.ready();

  const voice = (userId: string, headers: Record<string, string>): Voice => {
    const send = (request: InjectOptions) =>
      app.inject({ ...request, headers: { ...headers, ...request.headers } });
    return {
      userId,
      headers,
      send,
      get: (url, request) => send({ ...request, method: 'GET', url }),
      post: (url, payload, request) =>
        send({ ...request, method: 'POST', url, ...(payload === undefined ? {} : { payload }) }),
    };
  };

  async function signIn(role: Role, of: Pick<TestWorkspace, 'person' | 'system'> = workspace) {
    const { userId } = await of.person(role);
    return withLink(userId, of);
  }

  /** Somebody with a link that was made on the machine itself. */
  async function withLink(userId: string, of: Pick<TestWorkspace, 'system'> = workspace) {
    const { token: link } = await of.system((ctx) => createSignInLink(ctx, { userId }));
    const { token } = await redeemSignInLink(workspace, link);
    return withCookie(`refrain_session=${token}`, userId);
  }

  const withCookie = (cookie: string, userId = '') => voice(userId, { cookie });

  /** Another workspace in the same database, with somebody signed in there. */
  async function neighbour(
    role: Role,
  ): Promise<{ tenant: Tenant; voice: Voice; system: TestWorkspace['system'] }> {
    const tenant = await createTenant(workspace.database, TEST_KEYS, {
      slug: `n-${newId()}`,
      name: 'Next door',
    });
    const system: TestWorkspace['system'] = (work) =>
      workspace.within(tenant.id, { kind: 'system', name: 'test' }, work);
    const person: TestWorkspace['person'] = async (theirRole, surface = 'console') => {
      const { id: userId, name } = await system((ctx) =>
        createUser(ctx, { email: `${newId()}@example.com`, name: 'Neighbour', role: theirRole }),
      );
      return { kind: 'person', userId, name, role: theirRole, surface };
    };
    return { tenant, system, voice: await signIn(role, { person, system }) };
  }

  async function script(role: Role) {
    const person = await workspace.person(role);
    const { token } = await workspace.as(person, (ctx) => createApiToken(ctx, { name: 'script' }));
    return voice(person.userId, { authorization: `Bearer ${token}` });
  }

  return {
    ...workspace,
    app,
    imports,
    deps,
    woken,
    anonymous: voice('', {}),
    signIn,
    withCookie,
    withLink,
    neighbour,
    script,
    close: async () => {
      await app.close();
      await inbound.close();
      await workspace.close();
    },
  };
}

export type TestServer = Awaited<ReturnType<typeof openTestServer>>;
