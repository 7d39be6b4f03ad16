import { describe, expect, it } from 'vitest';
import type { CallResult, PlannedCall } from '../types.ts';
import { goesOn } from './conclude.ts';

const undone = (forModel: Record<string, unknown>): CallResult[] => [
  { name: 'undo_edit', args: { campaignId: 'c' }, forModel },
];
const edit: PlannedCall = { name: 'edit_campaign', args: { campaignId: 'c' } };
const approval: PlannedCall = { name: 'request_approval', args: { campaignId: 'c' } };

describe('“scratch that, only Berlin”, where the restored draft reaches nobody', () => {
  it('still makes it only Berlin, and asks for no approval of nobody', () => {
    expect(goesOn(undone({ recipients: 0 }), edit)).toBe(true);
    expect(goesOn(undone({ recipients: 0 }), approval)).toBe(false);
    expect(goesOn(undone({ recipients: 3 }), approval)).toBe(true);
  });

  it('does nothing more once something failed', () => {
    expect(goesOn(undone({ error: 'nothing to undo' }), edit)).toBe(false);
  });
});
