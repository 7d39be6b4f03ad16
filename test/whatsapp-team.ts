// One number of Meta's for customers and for the team, on the whole product; three of the team are linked.
import { addressHash } from '../core/consent/address-hash.ts';
import type { RepliesPart } from '../core/parts.ts';
import { readLog } from './read-log.ts';
import { openTestRefrain, signInAsAdmin } from './refrain.ts';
import { seededProduct } from './seeded-product.ts';
import { META_ACCOUNT, signedByMeta, startMeta } from './vendors/meta.ts';

const NOW = '2026-11-20T08:00:00Z';
export const BOTH = '+66810000001';
export const MANAGER = '+66810000002';
export const APPROVER = '+66810000003';
export const CUSTOMER = '+66810000009';
export const GUEST = '+66810000008';

export type WhatsappTeam = Awaited<ReturnType<typeof openWhatsappTeam>>;

export async function openWhatsappTeam() {
  const meta = await startMeta();
  const refrain = await openTestRefrain({ REFRAIN_NOW: NOW }, await seededProduct(NOW), {
    metaApi: meta.url,
  });
  const log = readLog(refrain.log);
  const { slug, id: tenantId } = await refrain.seed();
  const admin = await signInAsAdmin(refrain, slug);
  const account = await admin.post<{ id: string }>('/accounts', {
    ...{ channel: 'whatsapp', provider: 'cloud-api', name: 'Our number', settings: META_ACCOUNT },
  });
  const hook = `/webhooks/${tenantId}/${account.body.id}`;
  const app = { surface: 'whatsapp', name: 'Our number', accountId: account.body.id };
  const appId = (await admin.post<{ id: string }>('/surfaces', app)).body.id;
  for (const [role, number] of [
    ['manager', MANAGER],
    ['manager', BOTH],
    ['approver', APPROVER],
  ] as const) {
    const email = `${number.slice(1)}@example.com`;
    const { body } = await admin.post<{ id: string }>('/users', { email, name: `${role} ${number}`, role });
    await admin.post('/surface-links', { appId, externalId: number, userId: body.id });
  }

  /** Somebody of the demonstration has this number. */
  async function makeACustomer({ number, at }: { number: string; at: number }) {
    const actor = { kind: 'system', name: 'test' } as const;
    const hash = await refrain.within(tenantId, actor, async ({ keys }) => addressHash(keys, number));
    await refrain.database.pool.query(
      `update addresses set normalised = $1, hash = $2
        where id = (select id from addresses where tenant_id = $3 and channel = 'whatsapp' order by id limit 1 offset $4)`,
      [number, hash, tenantId, at],
    );
  }

  await makeACustomer({ number: BOTH, at: 0 });
  await makeACustomer({ number: GUEST, at: 1 });
  await refrain.database.pool.query(
    `update customers set owner_id = (select user_id from surface_links where external_id = $1)
      where id = (select k.customer_id from addresses a join contacts k on k.id = a.contact_id where a.normalised = $2)`,
    [MANAGER, GUEST],
  );
  await refrain.database.pool.query(
    `update channel_accounts set is_enabled = false where channel = 'whatsapp' and provider = 'standin'`,
  );

  const tell = async (body: unknown, secret?: string) =>
    (await refrain.app.inject({ method: 'POST', url: hook, ...signedByMeta(body, secret) })).statusCode;
  const to = (number: string) => meta.sent.filter((one) => one.to.replace('+', '') === number.slice(1));
  const wordsOf = (one: (typeof meta.sent)[number]) =>
    one.text?.body ?? one.interactive?.body.text ?? one.type;
  const replies = async () => (await admin.get<Pick<RepliesPart, 'replies'>>('/replies')).body.replies;
  const outbox = async () => (await admin.get<{ messages: object[] }>('/outbox')).body.messages;
  const idle = async () => {
    await refrain.inbound.settle();
    await refrain.surfaceRunner.settle();
  };

  return {
    ...{ meta, refrain, admin, appId, log, tell, to, wordsOf, replies, outbox, idle },
    close: async () => {
      await refrain.close();
      await meta.stop();
    },
  };
}
