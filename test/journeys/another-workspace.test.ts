// A second workspace of an installation, as the command line makes it: its admin comes in and sees nothing of the first.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestRefrain, signInAsAdmin, type TestRefrain } from '../refrain.ts';
import { seededProduct } from '../seeded-product.ts';
import { TEST_NOW } from '../workspace.ts';

let refrain: TestRefrain;
beforeAll(async () => {
  refrain = await openTestRefrain({}, await seededProduct(TEST_NOW));
  await refrain.seed();
});
afterAll(() => refrain.close());

const ACME = { slug: 'acme', name: 'Acme Hotels', admin: 'ann@acme.example' };

it('is ready for its admin, who comes in and sees nobody’s customers', async () => {
  const { slug } = await refrain.addWorkspace(ACME);
  const ann = await signInAsAdmin(refrain, slug);
  const me = await ann.get<{ email: string; workspace: { name: string } }>('/me');
  expect(me.body).toMatchObject({ email: ACME.admin, workspace: { name: ACME.name } });
  const { body } = await ann.get<{ customers: unknown[] }>('/customers');
  expect(body.customers).toEqual([]);
  const sends = await ann.get<{ accounts: { channel: string }[] }>('/accounts');
  expect(sends.body.accounts.map(({ channel }) => channel)).toContain('email');
});

it('is refused with a short name that is taken, and with what is no name or address', async () => {
  for (const wrong of [{}, { slug: 'Acme Hotels' }, { slug: 'x', admin: 'ann' }, { slug: 'x', name: ' ' }])
    await expect(refrain.addWorkspace({ ...ACME, ...wrong })).rejects.toMatchObject({
      code: 'input:invalid',
    });
});
