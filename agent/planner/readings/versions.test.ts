import { describe, expect, it } from 'vitest';
import { CAMPAIGN_ID } from '../../../evals/fixture.ts';
import { callsOf } from '../../../test/asked-of-draft.ts';

describe('versions of the draft in hand', () => {
  it.each<[object, ...string[]]>([
    [{ from: 1 }, 'what changed since version 1?', 'what is new since the first version', 'diff version 1'],
    [{ from: 1 }, 'what did I change since the beginning?', 'compare it with version 1'],
    [{ from: 2 }, 'what has changed since version 2 so far', 'show me the changes since version 2'],
    [
      { from: 1, to: 3 },
      ...['compare version 1 and 3', 'compare versions 1 and 3', 'how does version 1 differ from version 3'],
      ...['what is different between version 1 and 3', 'show me the differences between versions 1 and 3'],
      'compare the first and the third version',
    ],
    [{ from: 2, to: 3 }, 'what changed in version 3', 'what did version 3 change'],
  ])('are compared: %o', (asked, ...sentences) => {
    for (const say of sentences)
      expect([say, callsOf(say)]).toEqual([
        say,
        [{ name: 'compare_versions', args: { campaignId: CAMPAIGN_ID, ...asked } }],
      ]);
  });

  it.each(['restore version 2', 'go back to version 2', 'back to the second version'])(
    'are gone back to: “%s”',
    (say) => {
      expect(callsOf(say)).toMatchObject([{ name: 'restore_version', args: { version: 2 } }]);
    },
  );
});
