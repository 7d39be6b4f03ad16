import { eq } from 'drizzle-orm';
import { recordAudit } from '../../core/audit/record.ts';
import { brands } from '../../db/schema/index.ts';
import { addCustomer } from '../add-customer.ts';
import type { Product } from './open-product.ts';

// Attacks that the checks of a message do not know for code: those that they know are kept back, and what holds is the page.
export const HOSTILE = 'Hilton <details open ontoggle="document.title=1;window.hacked=true"> Zuidlaren';

/** A customer of the audience whose name is an attack; reached by e-mail. */
export async function addHostile(product: Product): Promise<void> {
  await product.within(product.workspace.id, { kind: 'system', name: 'test' }, async (ctx) => {
    const [brand] = await ctx.tx.select().from(brands).where(eq(brands.name, 'Hilton'));
    await addCustomer(ctx, {
      name: HOSTILE,
      brandId: brand!.id,
      country: 'TH',
      units: ['<video autoplay onloadstart="window.hacked=true">'],
      contracts: [{ endsOn: '2027-10-11', unitCount: 1, pricePerUnitMinor: 1_000_000, currency: 'THB' }],
      contacts: [
        {
          name: '"><details open ontoggle=window.hacked=true>',
          at: { email: 'zuidlaren@example.com' },
          consent: ['email'],
        },
      ],
    });
    await recordAudit(ctx, { action: 'customer.added' });
  });
}
