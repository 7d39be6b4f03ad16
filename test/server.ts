// A test's own HTTP server over a real database, asked through inject. The agent is given by the test.
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import type { ChannelRegistry } from '../channels/contract.ts';
import type { AgentEvent } from '../core/agent-event.ts';
import { createApiToken } from '../core/tenants/create-api-token.ts';
import { createSignInLink } from '../core/tenants/create-sign-in-link.ts';
import { redeemSignInLink } from '../core/tenants/redeem-sign-in-link.ts';
import type { Role } from '../core/tenants/roles.ts';
import { createClock } from '../lib/clock.ts';
import { createLog } from '../lib/log.ts';
import type { AgentPort } from '../routes/agent-port.ts';
import type { ServerDeps } from '../routes/deps.ts';
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
  const deps: ServerDeps = {
    database: workspace.database,
    within: workspace.within,
    keys: TEST_KEYS,
    clock: createClock(now),
    log: createLog('silent'),
    channels: new Map() as ChannelRegistry,
    triager: { triage: () => Promise.reject(new Error('no triager in this test')) },
    agent: agentThatSays([]),
    wake: (tenantId) => woken.push(tenantId),
    baseUrl: 'http://refrain.example',
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
    const { token: link } = await of.system((ctx) => createSignInLink(ctx, { userId }));
    const { token } = await redeemSignInLink(workspace, link);
    return voice(userId, { cookie: `refrain_session=${token}` });
  }

  async function script(role: Role) {
    const person = await workspace.person(role);
    const { token } = await workspace.as(person, createApiToken);
    return voice(person.userId, { authorization: `Bearer ${token}` });
  }

  return {
    ...workspace,
    app,
    deps,
    woken,
    anonymous: voice('', {}),
    signIn,
    script,
    close: async () => {
      await app.close();
      await workspace.close();
    },
  };
}

export type TestServer = Awaited<ReturnType<typeof openTestServer>>;
