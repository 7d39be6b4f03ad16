// A sample of the attacks; all of them: npm run attack.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTriager } from '../agent/triager.ts';
import type { AskAnswer } from '../core/ask-answer.ts';
import { reading } from '../core/replies/reading.ts';
import { newId } from '../lib/ids.ts';
import { attackAll } from '../test/attack/attack-all.ts';
import { fillTarget } from '../test/attack/target.ts';
import { agentThatSays, openTestServer, type TestServer } from '../test/server.ts';
import { TEST_KEYS } from '../test/workspace.ts';

const nothing = { questions: [], campaign: null, audience: null, previews: [], approval: null };
const answer: AskAnswer = { thread: newId(), reply: 'I did nothing.', ...nothing };

let server: TestServer;
beforeAll(async () => {
  const agent = agentThatSays([{ type: 'done', answer }]);
  server = await openTestServer({ agent, triager: createTriager(reading) });
});
afterAll(() => server.close());

describe('attacks', () => {
  it('achieve nothing, and change nothing', async () => {
    const target = await fillTarget({ ...server, keys: TEST_KEYS });
    const { tried, successes } = await attackAll(target, { within: server.within, every: 23 });
    expect(successes).toEqual([]);
    // All that is an admin's, and of everything else a sample.
    expect(tried).toBeGreaterThan(140);
  });
});
