// What is attacked: the product over a real database, with somebody in every role, a neighbour, and things worth having.
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { openSession } from '../../core/access/open-session.ts';
import { requestApproval } from '../../core/approval/request-approval.ts';
import { suppress } from '../../core/consent/suppress.ts';
import type { Ctx, Database, Tenant, Within } from '../../core/context.ts';
import { receiveReply } from '../../core/replies/receive-reply.ts';
import { createApiToken } from '../../core/tenants/api-tokens.ts';
import type { Actor, Capability, Closable, Role } from '../../core/tenants/roles.ts';
import { createTenant } from '../../core/tenants/workspace.ts';
import { users } from '../../db/schema/index.ts';
import type { Keyring } from '../../lib/crypto.ts';
import { newId } from '../../lib/ids.ts';
import { addCampaign, addPeople, planFor } from '../add-campaign.ts';

export const SECRET = 'Secret Garden Hotel';
const SYSTEM: Actor = { kind: 'system', name: 'test' };

type Product = { app: FastifyInstance; database: Database; within: Within; tenant: Tenant; keys: Keyring };
type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
/** `area`: the part of the API that it is of, by its tag. */
export type Address = { name: string; method: Method; path: string; area: string };
export type Headers = Record<string, string>;

/** What somebody has less of than their role; `of`: of another workspace. */
type Limits = { of?: string; isProven?: boolean; rights?: Capability[]; closed?: Closable[] };

export type Target = Awaited<ReturnType<typeof fillTarget>>;

export async function fillTarget({ app, database, within, tenant, keys }: Product) {
  const inside = <T>(work: (ctx: Ctx) => Promise<T>, of = tenant.id) => within(of, SYSTEM, work);

  /** Somebody new of that role, signed in on the machine itself: nothing but the right is missing to anybody. */
  async function person(role: Role, limits: Limits = {}): Promise<Headers & { cookie: string }> {
    const userId = newId();
    const { of = tenant.id, isProven = true, ...less } = limits;
    const token = await inside(async (ctx) => {
      const row = { id: userId, tenantId: of, email: `${userId}@example.com`, name: role, role, ...less };
      await ctx.tx.insert(users).values(row);
      return openSession(ctx, { userId, method: 'link', proof: isProven ? 'machine' : null });
    }, of);
    return { cookie: `refrain_session=${token}` };
  }
  const adminId = newId();
  const script = await inside(async (ctx) => {
    const row = { id: adminId, tenantId: tenant.id, email: `${adminId}@example.com`, name: 'admin' };
    await ctx.tx.insert(users).values({ ...row, role: 'admin' });
    const admin = {
      kind: 'person',
      userId: adminId,
      name: 'admin',
      role: 'admin',
      surface: 'console',
    } as const;
    return (await createApiToken({ ...ctx, actor: admin }, { name: 'script' })).token;
  });
  const next = await createTenant(database, keys, { slug: `n-${newId()}`, name: 'Next door' });
  const ids = await inside(async (ctx) => {
    const people = await addPeople(ctx, { count: 2 });
    const campaignId = await addCampaign(ctx, { name: SECRET });
    const { approvalId } = await requestApproval(ctx, { campaignId, plan: planFor(people) });
    const { replyId } = await receiveReply(ctx, {
      ...{ channel: 'email', identifier: 'guest@example.com', message: `Yes from ${SECRET}` },
      normalise: (_channel, address) => address,
    });
    await suppress(ctx, { addressHash: 'x', scope: 'all', reason: 'opted_out', source: 'test' });
    return {
      campaigns: campaignId,
      approvals: approvalId,
      replies: replyId,
      customers: people[0]!.customerId,
      contacts: people[0]!.contactId,
      users: adminId,
    };
  });
  const { paths } = (await app.inject({ url: '/openapi.json' })).json<{
    paths: Record<string, Record<string, { tags?: string[] }>>;
  }>();
  const addresses = Object.entries(paths)
    .flatMap(([path, item]) =>
      Object.entries(item).map(([verb, { tags = [] }]) => ({
        path,
        method: verb.toUpperCase() as Method,
        area: tags[0] ?? '',
      })),
    )
    .map((one): Address => ({ ...one, name: `${one.method} ${one.path}` }))
    .filter(({ path }) => !path.endsWith('/health') && !path.endsWith('/ready'));

  const made = { requests: 0 };
  return {
    app,
    database,
    tenant,
    addresses,
    ids: ids as Record<string, string>,
    made,
    person,
    script: { authorization: `Bearer ${script}` },
    neighbour: await person('admin', { of: next.id }),
    async send(request: InjectOptions): Promise<LightMyRequestResponse> {
      made.requests += 1;
      return app.inject(request);
    },
    /** The address with ids of what is there, or of nothing. */
    urlOf: ({ path }: Address) =>
      path.replace(
        /\{(\w+)\}/g,
        (_, name) =>
          ids[(name === 'id' ? path.split('/')[3]! : `${name.replace(/Id$/, '')}s`) as keyof typeof ids] ??
          newId(),
      ),
    /** What no attack may change. */
    async read(): Promise<string> {
      const { rows } = await database.pool.query(
        `select (select count(*)::int from approvals where tenant_id = $1 and status in ('approved', 'rejected')) as decided,
          (select jsonb_agg(jsonb_build_array(id, role, rights, disabled_at, password_hash) order by id) from users where tenant_id = $1 and id = $2) as admin,
          (select count(*)::int from users where tenant_id = $1 and role in ('admin', 'approver')) as mighty,
          (select count(*)::int from messages where tenant_id = $1) as messages,
          (select jsonb_build_array(settings, tier, ends_at) from tenants where id = $1) as settings,
          (select count(*)::int from custom_roles where tenant_id = $1) as roles,
          (select count(*)::int from delegations where tenant_id = $1) as delegations,
          (select count(*)::int from tenants) as tenants,
          -- What a text may mean is held until a person has decided: its writer's own affair, and nothing goes out by it.
          (select count(*)::int from suppressions where tenant_id = $1 and scope <> 'held') as suppressions,
          (select count(*)::int from webhook_endpoints where tenant_id = $1) as webhooks,
          (select count(*)::int from standing_approvals where tenant_id = $1) as standing`,
        [tenant.id, adminId],
      );
      return JSON.stringify(rows[0]);
    },
  };
}
