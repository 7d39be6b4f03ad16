// A message as a draft makes it, and the same once somebody did what a finding asks for; no database.
import type { Draft } from '../core/campaigns/draft.ts';
import { builtInType } from '../core/content/built-in-types.ts';
import { type Composed, composeOne } from '../core/content/compose-one.ts';
import { frameLetter } from '../core/content/frame.ts';
import { noteGroups } from '../core/content/groups.ts';
import { planLetters } from '../core/content/letter-plan.ts';
import type { Finding } from '../core/content/verify/finding.ts';
import { verifyMessage } from '../core/content/verify/verify-message.ts';
import type { ShownImage } from '../core/images/read-images.ts';
import { tenantSettings } from '../core/tenants/settings.ts';
import { mendLetter } from '../web/console/content/mend-text.ts';
import type { TestCustomer } from './add-customer.ts';
import { CONTENT_CASES, type ContentCase, readerOf } from './content-cases.ts';
import { factsOfCase, TEST_DESK } from './write-letter.ts';

export type Given = {
  draft?: Partial<Draft>;
  channel?: string;
  which?: ContentCase;
  customer?: Partial<TestCustomer>;
  names?: string[];
  reads?: string;
  settings?: object;
  image?: ShownImage;
  /** What a model would add to the letter, or write in place of its subject. */
  model?: { adds?: string; subject?: string; isBare?: boolean };
};

/** The findings of the first reader's message. */
export function findingsOf(given: Given): Finding[] {
  const message = compose(given);
  return given.model ? ofModel(message, given.model) : message.findings;
}

function compose(given: Given): Composed {
  const { draft = {}, channel = 'email', which = 'complete', customer, names = ['Arthit Sample'] } = given;
  const type = builtInType(draft.type ?? 'renewal')!;
  const settings = tenantSettings.parse({ ...TEST_DESK.tenant.settings, ...given.settings });
  const desk = { ...TEST_DESK, tenant: { ...TEST_DESK.tenant, settings } };
  const day = draft.schedule?.kind === 'local' ? draft.schedule.date : '2026-11-21';
  const facts = factsOfCase({ ...CONTENT_CASES[which], ...customer }, day);
  const recipients = names.map((name) => ({
    ...readerOf(facts.customerId, { channel, name, purpose: type.purpose }),
    language: given.reads ?? null,
  }));
  const whole = { tone: null, topic: null, wording: {}, ...draft, type: type.key };
  const { image = null } = given;
  const codes = draft.offer ? { codesFor: facts.customerId } : {};
  const plan = planLetters(desk, { type, draft: whole, recipients, image, ...codes });
  const message = composeOne(desk, { plan, recipient: recipients[0]!, facts, shell: null });
  const groups = (draft.groups ?? []).map((group) => ({ group, words: 'hotels' }));
  message.findings.push(...noteGroups(groups));
  return message;
}

/** A model's own text is refused for what is found; it is held to what the built-in letter says. */
function ofModel({ made, letter }: Composed, { adds, subject, isBare }: Given['model'] & object) {
  const body = [letter.body, ...(adds ? [adds] : [])].join('\n\n');
  const written = { ...letter, ...(subject === undefined ? {} : { subject }), body };
  const sources = [`${letter.subject ?? ''}\n${letter.body}`];
  const rendered = isBare ? { text: body } : frameLetter(written, made.frame, null);
  const unitsHere = ['Sunset Deck'];
  return verifyMessage({ ...made.check, author: 'writer', sources, letter: written, rendered, unitsHere });
}

/** The draft once its finding's button was pressed, as the page does it. */
export function press({ draft = {}, ...given }: Given, finding: Finding): Given {
  const { fix } = finding;
  if (!fix || fix.do === 'open') throw new Error(`Nothing can be pressed at: ${finding.message}`);
  if (fix.do === 'shorten') return { ...given, draft: { ...draft, length: 'short' } };
  const wording = Object.fromEntries(
    Object.entries(draft.wording ?? {})
      .map(([key, letter]) => [key, mendLetter(letter, { ...finding, fix })] as const)
      .filter(([, letter]) => Object.keys(letter).length > 0),
  );
  return { ...given, draft: { ...draft, wording } };
}
