// Who of a customer's contacts is written to, chosen in a workspace of the test's own.
import type { RecipientRules } from '../core/audience/recipient.ts';
import { type RecipientChoice, selectRecipients } from '../core/audience/select-recipients.ts';
import type { Ctx } from '../core/context.ts';
import { addCustomer, type TestContact } from './add-customer.ts';
import { openTestWorkspace } from './workspace.ts';

export const RENEWAL: RecipientRules = {
  key: 'renewal',
  purpose: 'service',
  roles: { required: ['general_manager'], recommended: ['purchasing', 'finance'] },
};
export const SEASONAL: RecipientRules = { ...RENEWAL, key: 'seasonal', purpose: 'marketing' };
export const PLAIN: RecipientChoice = { channels: [], roles: [], contactIds: {} };

let serial = 0;
/** An address that no other contact has. */
export const mail = (): string => `person${++serial}@example.com`;

export type Choosing = Awaited<ReturnType<typeof openChoosing>>;

export async function openChoosing() {
  const workspace = await openTestWorkspace();

  /** One customer with these contacts, and who of them is chosen. */
  function choose(
    people: TestContact[],
    rules = RENEWAL,
    draft: Partial<RecipientChoice> = {},
    before = nothing,
  ) {
    return workspace.system(async (ctx) => {
      const customerId = await addCustomer(ctx, { timeZone: 'Asia/Bangkok', contacts: people });
      await before(ctx);
      const chosen = await selectRecipients(ctx, {
        draft: { ...PLAIN, ...draft },
        customerIds: [customerId],
        rules,
      });
      return { ...chosen, who: chosen.recipients.map(({ role, channel }) => `${role} ${channel}`) };
    });
  }

  return { ...workspace, choose };
}

const nothing = async (_ctx: Ctx): Promise<void> => {};
