// A true letter, to which a test adds what somebody might write into it; no database.

import { type VerifyInput, verifyMessage } from '../core/content/verify/verify-message.ts';
import { tenantSettings } from '../core/tenants/settings.ts';
import { TEST_DESK, writePurely } from './write-letter.ts';

const settings = tenantSettings.parse({
  ...TEST_DESK.tenant.settings,
  links: { allowed: ['https://www.example.com'] },
  voice: { prohibited: ['the cheapest'] },
});
const desk = { ...TEST_DESK, tenant: { ...TEST_DESK.tenant, settings } };

type More = Partial<Pick<VerifyInput, 'author' | 'unitsHere' | 'purpose'>>;

/** What is found in a letter that has more words below, or another subject. */
export function judge(reads: string, said: { body?: string; subject?: string }, more: More = {}): string[] {
  const [{ letter, rendered, made } = writePurely({})[0]!] = writePurely(
    { reads, names: ['Arthit Sample'] },
    desk,
  );
  const changed = {
    subject: said.subject ?? letter.subject ?? '',
    body: said.body ? `${letter.body}\n\n${said.body}` : letter.body,
  };
  return verifyMessage({
    ...{ ...made.check, author: 'writer', purpose: 'marketing', ...more },
    letter: changed,
    rendered: { ...rendered, subject: changed.subject, text: `${rendered.text}\n${said.body ?? ''} STOP` },
  }).map(({ severity, message }) => `${severity}: ${message}`);
}
