// A web site with the panel on it, and those who visit it.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { signIdentity, widgetSecret } from '../core/widget/identity.ts';
import type { Visit } from '../core/widget/visit.ts';
import { newId } from '../lib/ids.ts';
import { addCustomer } from './add-customer.ts';
import { openTestServer } from './server.ts';
import { TEST_KEYS } from './workspace.ts';

export const SITE = 'https://www.example.com';
/** The address of a customer's owner. */
export const EMAIL = 'mali@example.com';
export const FOR_VISITORS = { isEnabled: true, origins: [SITE], forVisitors: true };

export type Visitors = Awaited<ReturnType<typeof openVisitors>>;

export async function openVisitors() {
  const publicFolder = mkdtempSync(join(tmpdir(), 'refrain-visitor-'));
  mkdirSync(join(publicFolder, 'widget'));
  writeFileSync(join(publicFolder, 'widget/visitor.html'), '<meta content="__ORIGINS__">');
  const server = await openTestServer({ publicFolder });
  const admin = await server.signIn('admin');
  const base = `/widget/${server.tenant.slug}`;
  let remoteAddress = '';
  let tests = 0;

  const vouch = (more: object = {}) =>
    signIdentity(widgetSecret(TEST_KEYS, { tenantId: server.tenant.id, number: 1 }), {
      ...{ iss: server.tenant.slug, sub: EMAIL, exp: Math.floor(Date.now() / 1000) + 600 },
      ...{ role: 'customer', ...more },
    });
  const begin = async (identity?: string): Promise<{ token: string; isKnown: boolean }> =>
    (await server.anonymous.post(`${base}/visit`, identity ? { identity } : {}, { remoteAddress })).json();
  const as = (token: string) => ({ remoteAddress, headers: { authorization: `Bearer ${token}` } });
  const say = (token: string, text: string, more: object = {}) =>
    server.anonymous.post(`${base}/messages`, { id: newId(), text, ...more }, as(token));
  const visit = async (token: string): Promise<Visit> =>
    (await server.anonymous.get(`${base}/visit`, as(token))).json();
  const set = (widget: object) =>
    admin.send({ method: 'PATCH', url: '/api/v1/settings', payload: { widget } }).then((answer) => {
      expect(answer.statusCode).toBe(200);
    });
  await set(FOR_VISITORS);
  await server.system(async (ctx) => {
    await addCustomer(ctx, {
      name: 'Elm Bar',
      contacts: [{ name: 'Mali', role: 'owner_manager', at: { email: EMAIL }, consent: ['email'] }],
    });
    for (const name of ['One', 'Two'])
      await addCustomer(ctx, {
        name,
        contacts: [{ name, role: 'other', at: { email: 'both@example.com' } }],
      });
  });

  return {
    server,
    admin,
    base,
    vouch,
    begin,
    as,
    say,
    visit,
    set,
    /** Each test comes from a network address of its own. */
    comeAnew: () => {
      remoteAddress = `198.51.100.${++tests}`;
    },
    address: () => remoteAddress,
    close: () => server.close(),
  };
}
