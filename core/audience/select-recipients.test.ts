import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addresses, contacts, replies } from '../../db/schema/index.ts';
import { newId } from '../../lib/ids.ts';
import { addContact, addCustomer, suppressAddress } from '../../test/add-customer.ts';
import { type Choosing, mail, openChoosing, PLAIN, RENEWAL } from '../../test/choose-recipients.ts';
import type { Ctx } from '../context.ts';
import { createTenant } from '../tenants/workspace.ts';
import type { RecipientRules } from './recipient.ts';
import { selectRecipients } from './select-recipients.ts';

let workspace: Choosing;
beforeAll(async () => {
  workspace = await openChoosing();
});
afterAll(() => workspace.close());

const addReply = async (ctx: Ctx, contactId: string): Promise<void> => {
  await ctx.tx.insert(replies).values({
    tenantId: ctx.tenant.id,
    channel: 'email',
    externalId: newId(),
    identifier: 'x',
    addressHash: 'x',
    body: 'Thank you',
    contactId,
    match: { contact: 'address', campaign: 'none', candidates: [], isAddress: true },
    receivedAt: ctx.now,
  });
};

describe('roles', () => {
  it('selects required and recommended roles together, required ones first', async () => {
    const { recipients, notes } = await workspace.choose([
      { role: 'it', at: { email: mail() } },
      { role: 'purchasing', at: { email: mail() } },
      { role: 'general_manager', name: 'Arthit', language: 'th', at: { email: mail() } },
    ]);
    expect(recipients.map(({ role, isRequiredRole }) => [role, isRequiredRole])).toEqual([
      ['general_manager', true],
      ['purchasing', false],
    ]);
    expect(recipients[0]).toMatchObject({
      contactName: 'Arthit',
      language: 'th',
      timeZone: 'Asia/Bangkok',
      consent: { purpose: 'service', basis: 'contract', since: null },
    });
    expect(notes).toEqual([]);
  });

  it('lets one other contact stand in when nobody of the roles can be reached, and says so', async () => {
    const { who, notes } = await workspace.choose([
      { role: 'general_manager' },
      { role: 'it', at: { email: mail() } },
      { role: 'operations', at: { email: mail() } },
    ]);
    expect(who).toEqual(['it email']);
    expect(notes).toEqual([
      '1 customer has nobody of the usual roles to reach; another contact takes the message.',
    ]);
  });

  it('says when the required role is missing and the recommended one takes it', async () => {
    const { who, notes } = await workspace.choose([{ role: 'finance', at: { email: mail() } }]);
    expect(who).toEqual(['finance email']);
    expect(notes[0]).toContain('no general manager');
  });

  it('lets nobody stand in for somebody who opted out', async () => {
    const boss = mail();
    const { who, unreachable } = await workspace.choose(
      [{ at: { email: boss } }, { role: 'it', at: { email: mail() } }],
      RENEWAL,
      {},
      (ctx) => suppressAddress(ctx, boss, 'all'),
    );
    expect(who).toEqual([]);
    expect(unreachable[0]?.reason).toBe('opted out');
  });

  it('takes the roles that a person asked for, and no stand-in for them', async () => {
    const people = [{ at: { email: mail() } }, { role: 'it', at: { email: mail() } }];
    expect((await workspace.choose(people, RENEWAL, { roles: ['it'] })).who).toEqual(['it email']);
    const { unreachable } = await workspace.choose([{ at: { email: mail() } }], RENEWAL, { roles: ['it'] });
    expect(unreachable[0]?.reason).toBe('no contact with the role it');
  });

  it('takes the contacts chosen by hand for one customer only', async () => {
    const chosen = await workspace.system(async (ctx) => {
      const one = await addCustomer(ctx, { contacts: [{ at: { email: mail() } }] });
      const two = await addCustomer(ctx, { contacts: [{ at: { email: mail() } }] });
      const cook = await addContact(ctx, { customerId: one, role: 'other', at: { email: mail() } });
      const draft = { ...PLAIN, contactIds: { [one]: [cook] } };
      return selectRecipients(ctx, { draft, customerIds: [one, two], rules: RENEWAL });
    });
    expect(chosen.recipients.map(({ role }) => role)).toEqual(['other', 'general_manager']);
  });

  it('goes on with whoever was in touch before, for a type without roles, else with everybody', async () => {
    const followUp: RecipientRules = {
      ...RENEWAL,
      key: 'followup',
      roles: { required: [], recommended: [] },
    };
    const cook = newId();
    const people = () => [{ at: { email: mail() } }, { role: 'other', id: cook, at: { email: mail() } }];
    const { who } = await workspace.choose(people(), followUp, {}, (ctx) => addReply(ctx, cook));
    expect(who).toEqual(['other email']);
    expect(
      (await workspace.choose([{ at: { email: mail() } }, { role: 'it', at: { email: mail() } }], followUp))
        .who,
    ).toEqual(['general_manager email', 'it email']);
  });

  it('leaves out people who have left', async () => {
    const { unreachable } = await workspace.choose([
      { at: { email: mail() }, leftAt: new Date('2026-01-01') },
    ]);
    expect(unreachable[0]?.reason).toBe('no contact');
  });
});

describe('the first channel', () => {
  let serial = 0;
  const both = () => ({ email: mail(), whatsapp: `+66900000${100 + ++serial}` });

  it('is the preferred one where it has a usable address, else the first of the tenant’s order', async () => {
    expect((await workspace.choose([{ at: both(), preferredChannel: 'email' }])).who).toEqual([
      'general_manager email',
    ]);
    expect((await workspace.choose([{ at: both(), preferredChannel: 'line' }])).who).toEqual([
      'general_manager whatsapp',
    ]);
    expect(
      (await workspace.choose([{ at: both(), preferredChannel: 'email', unusable: ['email'] }])).who,
    ).toEqual(['general_manager whatsapp']);
  });

  it('is one of those that the draft allows, or the customer is told unreachable there', async () => {
    expect((await workspace.choose([{ at: both() }], RENEWAL, { channels: ['email'] })).who).toEqual([
      'general_manager email',
    ]);
    const { unreachable } = await workspace.choose([{ at: both() }], RENEWAL, { channels: ['line'] });
    expect(unreachable[0]?.reason).toBe('no address on the chosen channels');
  });

  it('reaches each contact once, and a shared address once', async () => {
    const office = mail();
    const { who, notes } = await workspace.choose([
      { at: { email: office, line: 'U1' }, preferredChannel: 'email' },
      { role: 'finance', at: { email: office } },
    ]);
    expect(who).toEqual(['general_manager email']);
    expect(notes[0]).toContain('1 contact shares an address');
  });
});

describe('another tenant', () => {
  it('has customers that cannot be written to from here', async () => {
    const { database, keys, within } = workspace;
    const other = await createTenant(database, keys, { slug: 'other', name: 'Other' });
    const theirs = await within(other.id, { kind: 'system', name: 'test' }, (ctx) =>
      addCustomer(ctx, { contacts: [{ at: { email: mail() } }] }),
    );
    const chosen = await workspace.system((ctx) =>
      selectRecipients(ctx, { draft: PLAIN, customerIds: [theirs], rules: RENEWAL }),
    );
    expect(chosen.recipients).toEqual([]);
    expect(chosen.unreachable).toEqual([{ customerId: theirs, reason: 'no contact' }]);
  });
});

describe('many customers', () => {
  it('are chosen in one statement', async () => {
    await workspace.system(async (ctx) => {
      const ids: string[] = [];
      for (let at = 0; at < 20; at += 1) {
        ids.push(await addCustomer(ctx, { contacts: [{ at: { email: mail() } }, { role: 'finance' }] }));
      }
      let statements = 0;
      const tx = new Proxy(ctx.tx, {
        get: (target, key) => {
          if (key === 'execute' || key === 'select') statements += 1;
          const value = Reflect.get(target, key);
          return typeof value === 'function' ? value.bind(target) : value;
        },
      });
      const chosen = await selectRecipients(
        { ...ctx, tx },
        { draft: PLAIN, customerIds: ids, rules: RENEWAL },
      );
      expect(chosen.recipients).toHaveLength(20);
      expect(statements).toBe(1);
      await ctx.tx.delete(addresses);
      await ctx.tx.delete(contacts);
    });
  });
});
