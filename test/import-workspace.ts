// A workspace with the kit, for tests that import: load a text, look at what is there, begin anew.
import { importFiles } from '../core/customers/import/import-files.ts';
import { consents, customers, imports, reviewItems, suppressions } from '../db/schema/index.ts';
import { applyKit } from '../db/seed/apply-kit.ts';
import { openTestWorkspace } from './workspace.ts';

export const importFile = (text: string | Uint8Array, name = 'book.md') => ({
  name,
  bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text,
});

export async function openImportWorkspace() {
  const space = await openTestWorkspace();
  await space.system(applyKit);
  const all = () => space.system((ctx) => ctx.tx.select().from(customers).orderBy(customers.name));
  return {
    ...space,
    all,
    load: (text: string, name?: string) =>
      space.system((ctx) => importFiles(ctx, { files: [importFile(text, name)] })),
    one: async (name: string) => {
      const row = (await all()).find((customer) => customer.name === name);
      if (!row) throw new Error(`There is no customer called ${name}.`);
      return row;
    },
    reasons: async () =>
      (await space.system((ctx) => ctx.tx.select().from(reviewItems))).map(({ reason }) => reason),
    /** The ledger of consents is append-only for everybody but the database's owner. */
    clear: async () => {
      for (const table of [consents, suppressions, imports, customers])
        await space.database.owner.delete(table);
    },
  };
}

/** One full entry, as a venue book has it. */
export const ENTRY = `# Venue Database
## Venue Information

### Hilton Andaman Pattaya
- **Business Type**: Hotel
- **Zone Count**: 4
- **Zone Names**: Drift Bar, Edge, Horizon, Shore
- **Music Platform**: SYB (Multi)
- **Annual Price per Zone**: THB 12,000
- **Currency**: THB
- **Contract Start**: 2026-11-01
- **Contract End**: 2027-10-31
- **Soundtrack Account ID**: QWNjb3VudC0x
- **Hardware Type**: Soundtrack Player Boxes

#### Contacts
- **General Manager**: Arthit Sample
  - Email: Arthit@Example.com
  - Phone: 090 000 0001
  - LINE ID: U0123456789abcdef0123456789abcdef
  - Preferred Contact: WhatsApp
  - Marketing Consent: yes, 2026-03-01 (welcome form)
  - Notes: Decision maker for renewals

- **Purchasing Manager**: —
  - Email: —
  - Phone: -

#### IT Manager
- Name: Mali Example
- Email: mali@example.com

#### Issue History
- No recorded issues yet.

#### Special Notes
- Drift Bar music also plays in the Lobby

---
`;
