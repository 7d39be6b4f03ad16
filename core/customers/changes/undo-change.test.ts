import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customers } from '../../../db/schema/index.ts';
import {
  type Changing,
  change,
  customerId,
  openChanging,
  propose,
  tryingIn,
} from '../../../test/changed-customer.ts';
import type { Actor } from '../../tenants/roles.ts';
import { readCustomer } from '../read-customer.ts';
import { readTimeline } from '../read-timeline.ts';
import { changePart } from './change-part.ts';
import { decideChange } from './decide-change.ts';
import { undoChange } from './undo-change.ts';

let space: Changing;
beforeAll(async () => {
  space = await openChanging();
});
afterAll(() => space.close());
const trying = tryingIn(() => space);

describe('a change that was confirmed', () => {
  it(
    'is taken back whole: values and how surely they are known, people, their addresses, notes',
    trying(async (ctx) => {
      const guessed = { city: { reason: 'its name says so', confidence: 0.9 } };
      await ctx.tx.update(customers).set({ inferred: guessed }).where(eq(customers.id, customerId));
      const before = await readCustomer(ctx, customerId);
      const changeId = await propose(ctx, [
        { do: 'set', field: 'city', value: 'Berlin' },
        { do: 'set', field: 'notes', value: 'Closed on Mondays\nAsk for Anna' },
        { do: 'set', field: 'contract_end', value: '2027-12-31' },
        { do: 'add_tags', tags: ['VIP'] },
        { do: 'add_units', names: ['Shore'] },
        { do: 'change_contact', replaces: true, language: 'de', addresses: { email: 'new@example.com' } },
        { do: 'add_contact', name: 'Jane Doe', role: 'GM', addresses: { email: 'jane@example.com' } },
        { do: 'note', text: 'likes jazz' },
      ]);
      await decideChange(ctx, { changeId, decision: 'confirm' });
      const changed = await readCustomer(ctx, customerId);
      expect(changed).toMatchObject({ city: 'Berlin', tags: ['VIP'], units: ['Edge', 'Shore'] });
      expect(changed.contacts[0]!.addresses.map(({ usable }) => usable)).toEqual([false, true]);
      expect((await changePart(ctx, changeId)).canUndo).toBe(true);
      await undoChange(ctx, changeId);
      expect(await readCustomer(ctx, customerId)).toEqual(before);
      expect(await changePart(ctx, changeId)).toMatchObject({ status: 'undone', canUndo: false });
      const { entries } = await readTimeline(ctx, { customerId, limit: 50 });
      expect(entries.filter(({ kind }) => kind !== 'change')).toEqual([]);
      await expect(undoChange(ctx, changeId)).rejects.toMatchObject({ code: 'change:decided' });
    }),
  );

  it(
    'is not taken back before it is confirmed, by a script, or over what somebody has changed since',
    trying(async (ctx) => {
      const changeId = await propose(ctx, [{ do: 'set', field: 'city', value: 'Rayong' }]);
      await expect(undoChange(ctx, changeId)).rejects.toMatchObject({ code: 'change:decided' });
      await decideChange(ctx, { changeId, decision: 'confirm' });
      const script = { ...ctx, actor: { ...space.manager, surface: 'token' } as Actor };
      await expect(undoChange(script, changeId)).rejects.toMatchObject({ code: 'auth:forbidden' });
      await change(ctx, { do: 'set', field: 'city', value: 'Bangkok' });
      await expect(undoChange(ctx, changeId)).rejects.toMatchObject({ code: 'change:stale' });
      expect(await readCustomer(ctx, customerId)).toMatchObject({ city: 'Bangkok' });
    }),
  );
});
