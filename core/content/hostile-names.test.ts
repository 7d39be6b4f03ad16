// What files have as names, through every channel and language: said as it stands, or refused with a reason; never
// obeyed.
import { beforeAll, describe, expect, it } from 'vitest';
import { smsLength } from '../../lib/sms-length.ts';
import { CONTENT_CASES, readerOf } from '../../test/content-cases.ts';
import { errorsOf, factsOfCase, TEST_DESK } from '../../test/write-letter.ts';
import { tenantSettings } from '../tenants/settings.ts';
import { builtInType } from './built-in-types.ts';
import { cleanName } from './clean-text.ts';
import { complianceNotes } from './compliance-notes.ts';
import { composeOne } from './compose-one.ts';
import { type EmailShell, emailShell } from './email-shell.ts';
import { planLetters } from './letter-plan.ts';
import { draftTemplate } from './message-templates/draft-template.ts';
import { fillTemplate, fitTemplate } from './message-templates/fit-template.ts';

const settings = tenantSettings.parse({ ...TEST_DESK.tenant.settings, lineCards: true });
const desk = { ...TEST_DESK, tenant: { ...TEST_DESK.tenant, settings } };
let shell: EmailShell;
beforeAll(async () => {
  shell = await emailShell();
});

const NAMES = [
  '{{ contract.price }}',
  '{% for i in (1..1000000000) %}x{% endfor %}',
  '<script>alert(1)</script>',
  '" onmouseover="alert(1)',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a name that looks like one
  '$& $1 \\1 ${name}',
  'Hotel\r\nBcc: everybody@example.com',
  '\u202eyaB letoH\u202c',
  'فندق الشاطئ',
  '🎵 Café 🏖️ Ñandú',
  'A'.repeat(300),
  'Hotel   of    many     blanks',
  'ホテル「海」、別館',
  '{{1}} Inn',
  'Re: Urgent Hotel',
];
/** Code where a name should be: a message that says it is kept back. */
const UNSAID = NAMES.filter((name) => /\{|<script|onmouseover/.test(name));
const SHAPES = ['email', 'whatsapp', 'line', 'sms'].flatMap((channel) =>
  [null, 'th', 'ja', 'de'].map((reads) => ({ channel, reads })),
);

function write({ name, channel, reads }: { name: string; channel: string; reads: string | null }) {
  const type = builtInType('renewal')!;
  const facts = factsOfCase({ ...CONTENT_CASES.complete, name, units: [name, 'Lobby'] }, '2026-11-21');
  const recipient = { ...readerOf(facts.customerId, { channel, name }), language: reads };
  const draft = { type: 'renewal', tone: null, topic: null, wording: {} };
  const plan = planLetters(desk, { type, draft, recipients: [recipient] });
  return composeOne(desk, { plan, recipient, facts, shell });
}

it.each(['in_app', 'push'])(
  'a long name is cut in the title by %s, which is said, and holds nobody back',
  (channel) => {
    const name = `${'Grand Andaman Bay '.repeat(7)}Hotel`;
    const { rendered, findings } = write({ name, channel, reads: null });
    expect(rendered.subject!.length).toBeLessThanOrEqual(channel === 'push' ? 65 : 100);
    expect(rendered.subject).toMatch(/^Grand Andaman Bay .*…$/);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(findings.map(({ message }) => message)).toContain('The title is cut where there is no more room.');
  },
);

it('a title that begins with a name of another script is read from the left', () => {
  const titled = (name: string) => write({ name, channel: 'email', reads: null }).rendered.subject;
  expect(titled('فندق الشاطئ')).toMatch(/^\u200eفندق/);
  expect(titled('Hotel فندق')).toMatch(/^Hotel/);
});

it('what a platform asks is said beside each channel, and of a post nothing of opting out', () => {
  const notes = (channel: string) => complianceNotes({ channel, purpose: 'marketing' });
  for (const channel of ['telegram', 'messenger', 'instagram', 'rcs', 'voice', 'line', 'sms'])
    expect(notes(channel)).toHaveLength(3);
  for (const channel of ['facebook', 'x', 'linkedin']) expect(notes(channel)).toHaveLength(1);
});

it('a post that everybody reads says nothing of what one customer is told', () => {
  for (const channel of ['facebook', 'x', 'linkedin'])
    expect(errorsOf([write({ name: 'House', channel, reads: null })])).toContainEqual(
      expect.objectContaining({ message: expect.stringContaining('Everybody reads this post') }),
    );
});

describe('a customer, contact and unit called', () => {
  it.each(NAMES)('%j', (name) => {
    for (const { channel, reads } of SHAPES) {
      const message = write({ name, channel, reads });
      const { rendered, made } = message;
      const said = cleanName(name) ?? '';
      expect(rendered.text).toContain(channel === 'sms' ? said.replaceAll('’', "'") : said);
      expect(rendered.text).toContain('48');
      expect(`${rendered.text}${rendered.subject}`).not.toMatch(/[\u202a-\u202e\u2066-\u2069\r]/);
      expect(rendered.subject ?? '').not.toContain('\n');
      expect(rendered.html ?? '').not.toMatch(/<script>alert|" onmouseover="/);
      const errors = errorsOf([message]).map(({ message: why }) => why);
      for (const why of errors) expect(why).toMatch(/subject|1,024|1,600|is code and no name|characters/);
      if (UNSAID.includes(name)) expect(errors.join()).toMatch(/^The customer is called “/);
      if (name.length > 150) expect(errors.join()).toContain('has 300 characters');
      if (channel === 'sms') expect(smsLength(rendered.text).segments).toBeGreaterThan(0);
      if (channel === 'whatsapp') {
        const { body } = draftTemplate(message, { sample: made.view });
        const parameters = fitTemplate(body, message.letter.body);
        if (parameters) expect(fillTemplate(body, parameters)).toBe(message.letter.body);
      }
    }
  });

  it.each(NAMES)('%j is said in a call without signs, or the call is kept back', (name) => {
    for (const channel of ['voice', 'task'])
      for (const reads of [null, 'th', 'ja', 'de']) {
        const message = write({ name, channel, reads });
        const isKeptBack = errorsOf([message]).length > 0;
        if (UNSAID.includes(name) || name.length > 150) expect(isKeptBack).toBe(true);
        if (!isKeptBack)
          expect(message.rendered.text).not.toMatch(/[<>*&]|\p{Extended_Pictographic}|\p{Cf}/u);
      }
  });

  it.each(['', ' ', '—', 'N/A', '\u200b', '\0'])('%j is nobody’s name', (name) => {
    for (const { channel, reads } of SHAPES) {
      const message = write({ name, channel, reads });
      expect(errorsOf([message]).map(({ message: why }) => why)).toEqual(['The customer has no name.']);
      // A contact without a name is greeted with the house.
      expect(message.rendered.text).toContain('your site');
    }
  });
});
