import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DraftPatch } from '../core/campaigns/draft.ts';
import { newId } from '../lib/ids.ts';
import { openRenewals, type Renewals } from '../test/renewal-campaigns.ts';
import type { ToolScope } from './define.ts';
import { dryRunTool } from './dry-run.ts';

let d: Renewals;
beforeAll(async () => {
  d = await openRenewals();
});
afterAll(() => d.close());

async function said(patch: DraftPatch): Promise<string> {
  const campaignId = await d.create(patch);
  const scope = {
    within: (work) => d.as(d.approver, work),
    threadId: newId(),
    toolCallId: newId(),
  } as Partial<ToolScope> as ToolScope;
  const { parts } = await dryRunTool.run(scope, { campaignId });
  return parts.map((part) => (part.kind === 'text' ? part.text : '')).join('');
}

it('a dry run in a conversation says how many, when, what it costs, and what to do about what was found', async () => {
  const fine = await said({});
  expect(fine).toMatch(
    /^4 messages to 2 customers; none is kept back by what was found\.\nBy e-mail: 4 messages, at .+\.\nCost: /,
  );
  expect(fine).toMatch(/\n1 customer is left out\.\n\n$/);
  const body = '{{ units }}: {{ customer.city }}. Please reply.';
  const faulty = await said({ wording: { email: { body } } });
  expect(faulty).toContain('4 messages to 2 customers; 4 of them may not go out as they are.');
  expect(faulty).toMatch(
    /\nMust be mended, 4 messages: The wording prints customer\.city, .+ leave it out\. Put the field in/,
  );
});
