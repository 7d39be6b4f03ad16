import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCase, readerOf } from '../../test/content-cases.ts';
import { openTestWorkspace, type TestWorkspace } from '../../test/workspace.ts';
import { composeMessages } from './compose-messages.ts';
import type { Composed } from './compose-one.ts';
import { type EmailShell, emailShell } from './email-shell.ts';
import { acceptWritten, writerInput } from './written.ts';

let workspace: TestWorkspace;
let shell: EmailShell;
let composed: Composed;
beforeAll(async () => {
  workspace = await openTestWorkspace({ sender: { company: 'Andaman Sound', signature: 'Nina Sample' } });
  shell = await emailShell();
  [composed] = (await workspace.system(async (ctx) =>
    composeMessages(ctx, {
      draft: { type: 'renewal', tone: null, topic: null, wording: {} },
      recipients: [readerOf(await addCase(ctx, 'complete'))],
    }),
  )) as [Composed];
});
afterAll(() => workspace.close());

const WRITTEN = {
  subject: 'Hilton Andaman Bay: shall we continue together?',
  text: 'Dear Arthit Sample,\n\nyour agreement for Drift Bar, Edge, Horizon and Shore ends on 31 October 2027. Continuing costs THB 48,000 a year for all 4 zones. Please reply to confirm.\n\nNina Sample\nAndaman Sound',
};

describe('what a writing mind is given', () => {
  it('is the facts and the built-in letter, and no address or token of anybody', () => {
    const input = writerInput(composed);
    expect(input).toMatchObject({
      language: 'en',
      tone: 'formal',
      channel: 'email',
      type: 'renewal',
      facts: { zones: ['Drift Bar', 'Edge', 'Horizon', 'Shore'], contract: { total: 'THB 48,000' } },
    });
    expect(JSON.stringify(input)).not.toMatch(/arthit@example\.com|\/u\//);
  });
});

describe('a written text', () => {
  it('that is true to the facts goes out in our frame', () => {
    const { rendered, findings } = acceptWritten(composed, WRITTEN, shell);
    expect(findings).toEqual([]);
    expect(rendered.subject).toBe(WRITTEN.subject);
    expect(rendered.text).toContain('Continuing costs THB 48,000 a year');
    expect(rendered.text).toContain(composed.made.frame.unsubscribeUrl);
    expect(rendered.html).toContain('Continuing costs THB 48,000 a year');
    expect(rendered.headers).toEqual(composed.rendered.headers);
  });

  it.each([
    ['a price of its own', 'THB 48,000', 'THB 45,000', 'THB 45,000'],
    ['a discount', 'Please reply', 'Save 5%. Please reply', '5%'],
    ['another date', '31 October', '30 October', '30 October 2027'],
    ['a person nobody knows', 'Please reply', 'Our colleague Mali helps you. Please reply', 'Mali'],
    ['one zone fewer', 'Edge, ', '', 'Edge'],
    ['a foreign link', 'Please reply', 'Please reply at https://evil.example', 'evil.example'],
    ['a placeholder', 'Arthit Sample', '[Name]', '[Name]'],
  ])('with %s is not used; the built-in one stays, and it is said', (_, from, to, named) => {
    const result = acceptWritten(composed, { ...WRITTEN, text: WRITTEN.text.replace(from, to) }, shell);
    expect(result.rendered).toEqual(composed.rendered);
    expect(result.findings).toEqual([
      {
        severity: 'warning',
        place: 'body',
        message: expect.stringContaining('The written text was not used'),
        repair: 'Write it once more without that.',
      },
    ]);
    expect(result.findings[0]!.message).toContain(named);
  });

  it('cannot write its own subject line into the headers', () => {
    const result = acceptWritten(composed, { ...WRITTEN, subject: 'Renewal\r\nBcc: a@example.com' }, shell);
    expect(result.rendered).toEqual(composed.rendered);
  });
});
