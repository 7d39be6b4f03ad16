import { eq, ne } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tenants, users } from '../../db/schema/index.ts';
import { openTestWorkspace, type TestWorkspace } from '../../test/workspace.ts';
import { checkAudit } from '../audit/check-audit.ts';
import { searchAudit } from '../audit/search-audit.ts';
import { changeSettings } from './change-settings.ts';
import { changeUser } from './change-user.ts';
import type { Actor } from './roles.ts';

let ws: TestWorkspace;
let admin: Extract<Actor, { kind: 'person' }>;
beforeAll(async () => {
  ws = await openTestWorkspace({ currency: 'EUR', quietHours: { from: '20:00', to: '07:00' } });
  admin = await ws.person('admin');
});
afterAll(() => ws.close());

describe('the settings of a workspace', () => {
  it('are replaced one by one, the others stay, and the log says what was before', async () => {
    const approval = { secondPersonAboveRecipients: 5 };
    const after = await ws.as(admin, (ctx) => changeSettings(ctx, { approval, currency: 'EUR' }));
    expect(after.approval).toMatchObject({ secondPersonAboveRecipients: 5, expiresAfterHours: 72 });
    const [row] = await ws.system(({ tx, tenant }) =>
      tx.select().from(tenants).where(eq(tenants.id, tenant.id)),
    );
    expect(row!.settings).toMatchObject({ currency: 'EUR', quietHours: { from: '20:00', to: '07:00' } });
    const { events } = await ws.as(admin, (ctx) => searchAudit(ctx, { action: 'settings', limit: 1 }));
    expect(events[0]!.data).toMatchObject({
      before: { approval: { secondPersonAboveRecipients: 100 } },
      after: { approval },
    });
    expect(events[0]!.data.after).not.toHaveProperty('currency');
  });

  it('are refused whole where one is wrong or unknown, and changed by nobody but a signed-in admin', async () => {
    for (const change of [
      { currency: 'USD', timeZone: 'Mars/Olympus' },
      { quietHours: { from: '25:00' } },
      { isAdmin: true },
      { constructor: {} },
    ]) {
      const changing = ws.as(admin, (ctx) => changeSettings(ctx, change));
      await expect(changing).rejects.toMatchObject({ code: 'input:invalid' });
    }
    for (const who of [await ws.person('approver'), await ws.person('admin', 'token')]) {
      const changing = ws.as(who, (ctx) => changeSettings(ctx, { currency: 'USD' }));
      await expect(changing).rejects.toMatchObject({ code: 'auth:forbidden' });
    }
    expect(await ws.system(async ({ tenant }) => tenant.settings.currency)).toBe('EUR');
  });
});

describe('hours in which nothing could ever be sent', () => {
  it('are refused with the reason, whichever of the two would make them so', async () => {
    const change = (settings: Record<string, unknown>) =>
      ws.as(admin, (ctx) => changeSettings(ctx, settings));
    for (const settings of [
      { sendWindow: { from: '21:00', to: '23:00' } },
      { sendWindow: { from: '05:00', to: '07:00' } },
      { sendWindow: { from: '09:00', to: '17:00' }, quietHours: { from: '08:00', to: '18:00' } },
    ])
      await expect(change(settings)).rejects.toMatchObject({
        code: 'input:invalid',
        message: expect.stringContaining('cover the whole sending window'),
      });
    const after = await change({ sendWindow: { from: '06:30', to: '07:01' } });
    expect(after.sendWindow).toMatchObject({ from: '06:30', to: '07:01' });
    await change({ sendWindow: {} });
  });
});

describe('the role of a person', () => {
  it('is changed by a signed-in admin; the last admin stays one', async () => {
    const manager = await ws.person('manager');
    const change = (who: Actor, userId: string, role: 'admin' | 'viewer') =>
      ws.as(who, (ctx) => changeUser(ctx, { userId, role }));
    await expect(change(manager, manager.userId, 'admin')).rejects.toMatchObject({ code: 'auth:forbidden' });
    const token = await ws.person('admin', 'token');
    await expect(change(token, manager.userId, 'admin')).rejects.toMatchObject({ code: 'auth:forbidden' });
    await expect(change(admin, crypto.randomUUID(), 'admin')).rejects.toMatchObject({ code: 'user:unknown' });
    await ws.system(({ tx }) => tx.update(users).set({ role: 'viewer' }).where(ne(users.id, admin.userId)));
    expect(await change(admin, manager.userId, 'viewer')).toMatchObject({ role: 'viewer' });
    await expect(change(admin, admin.userId, 'viewer')).rejects.toMatchObject({ code: 'input:invalid' });
  });
});

describe('the log', () => {
  it('is checked from end to end, and shows what was changed behind its back', async () => {
    const check = () => checkAudit({ within: ws.within, tenantId: ws.tenant.id, actor: admin });
    expect(await check()).toMatchObject({ ok: true, findings: [] });
    await ws.database.pool.query(`update audit_events set action = 'settings.forged' where seq = 1`);
    expect(await check()).toMatchObject({ ok: false });
  });
});
