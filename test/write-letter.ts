// Writes messages for tests: one case of a customer, one recipient per name; with a database, or without one.
import type { Draft } from '../core/campaigns/draft.ts';
import { builtInType } from '../core/content/built-in-types.ts';
import { composeMessages } from '../core/content/compose-messages.ts';
import { type Composed, composeOne } from '../core/content/compose-one.ts';
import { type CustomerFacts, factsOf } from '../core/content/facts.ts';
import { campaignType } from '../core/content/find-type.ts';
import { type Desk, planLetters } from '../core/content/letter-plan.ts';
import { tenantSettings } from '../core/tenants/settings.ts';
import { findTier } from '../core/tenants/tiers.ts';
import { newId } from '../lib/ids.ts';
import type { TestCustomer } from './add-customer.ts';
import { addCase, CONTENT_CASES, type ContentCase, readerOf } from './content-cases.ts';
import { openTestWorkspace, TEST_KEYS, type TestWorkspace } from './workspace.ts';

const SETTINGS = {
  sender: {
    company: 'Andaman Sound',
    signature: 'Nina Sample',
    service: 'background music service',
    postalAddress: '1 Sample Road, Bangkok 10110',
  },
  casualFor: ['Beach Club'],
};

export type Ask = Partial<
  Pick<
    Draft,
    | 'type'
    | 'tone'
    | 'topic'
    | 'wording'
    | 'schedule'
    | 'offer'
    | 'link'
    | 'address'
    | 'language'
    | 'length'
    | 'translations'
  >
> & {
  /** What the readers read. */
  reads?: string | null;
  which?: ContentCase;
  channel?: string;
  names?: (string | null)[];
  customer?: Parameters<typeof addCase>[2];
};

/** A workspace with a sender, and what writes letters in it. */
export async function openWritingRoom() {
  const workspace = await openTestWorkspace(SETTINGS);
  const write = (ask: Ask = {}): Promise<Composed[]> => writeCase(workspace, ask);
  return {
    ...workspace,
    write,
    /** The text of the first message. */
    textOf: async (ask: Ask): Promise<string> => (await write(ask))[0]?.rendered.text ?? '',
  };
}

export type WritingRoom = Awaited<ReturnType<typeof openWritingRoom>>;

function writeCase(workspace: TestWorkspace, ask: Ask): Promise<Composed[]> {
  const {
    which = 'complete',
    channel = 'email',
    names = ['Arthit Sample'],
    customer,
    reads = null,
    ...draft
  } = ask;
  return workspace.system(async (ctx) => {
    const id = await addCase(ctx, which, customer);
    const { key, purpose } = await campaignType(ctx, draft.type ?? 'renewal');
    return composeMessages(ctx, {
      draft: { type: key, tone: null, topic: null, wording: {}, ...draft },
      recipients: names.map((name) => ({ ...readerOf(id, { channel, name, purpose }), language: reads })),
    });
  });
}

/** Where letters are written without a database. */
export const TEST_DESK: Desk = {
  tenant: {
    id: newId(),
    slug: 'test',
    name: 'Test',
    settings: tenantSettings.parse(SETTINGS),
    tier: findTier({ tier: 'unlimited', tierChanges: {} }),
  },
  keys: TEST_KEYS,
  baseUrl: 'http://localhost:3000',
};

/** The same messages as with a database, of the built-in types, from the case's facts; e-mail without its HTML twin. */
export function writePurely(ask: Ask = {}, desk: Desk = TEST_DESK): Composed[] {
  const {
    which = 'complete',
    channel = 'email',
    names = ['Arthit Sample'],
    customer,
    schedule,
    reads = null,
    ...draft
  } = ask;
  const day = schedule?.kind === 'local' ? schedule.date : '2026-11-21';
  const facts = factsOfCase({ ...CONTENT_CASES[which], ...customer }, day);
  const type = builtInType(draft.type ?? 'renewal');
  if (!type) throw new Error(`There is no built-in type ${draft.type}.`);
  const recipients = names.map((name) => ({
    ...readerOf(facts.customerId, { channel, name, purpose: type.purpose }),
    language: reads,
  }));
  const plan = planLetters(desk, {
    type,
    draft: { tone: null, topic: null, wording: {}, ...draft, type: type.key },
    recipients,
  });
  return recipients.map((recipient) => composeOne(desk, { plan, recipient, facts, shell: null }));
}

/** What the database would answer of such a customer. */
export function factsOfCase(given: TestCustomer, day: string): CustomerFacts {
  const { id = newId(), name = 'Sample', units = [], contracts = [] } = given;
  const contract = contracts[0];
  const row = {
    id,
    name,
    brandId: null,
    type: given.type ?? null,
    city: given.city ?? null,
    country: given.country ?? null,
    attributes: {},
    endsOn: contract?.endsOn ?? null,
    unitCount: contract?.unitCount ?? (units.length || null),
    price: contract?.pricePerUnitMinor ?? null,
    currency: contract?.currency ?? null,
    since: contracts.map(({ startsOn }) => startsOn ?? '').sort()[0] || null,
    agreements: contracts.length,
    hasLapsed: null,
  };
  return factsOf(row, { asOf: day, brandPath: [], units, blank: {} });
}

export const errorsOf = (messages: readonly Composed[]) =>
  messages.flatMap(({ findings }) => findings).filter(({ severity }) => severity === 'error');
