import { type ConversationCase, conversationCaseSchema, requestCaseSchema } from '../case.ts';
import { type Loaded, loadCases } from '../load-cases.ts';
import type { Suite } from '../suite.ts';
import { contentSuite } from './content.ts';
import { ducklingSuite } from './duckling.ts';
import { safetySuite } from './safety.ts';
import { timeSuite } from './time.ts';
import { triageSuite } from './triage.ts';
import { independentTriageSuite } from './triage-independent.ts';
import { turnsSuite } from './turns.ts';
import { writtenSuite } from './written.ts';

const requests = (suite: string) => (): Loaded<ConversationCase> => {
  const { cases, wrong } = loadCases(suite, requestCaseSchema);
  return { cases: cases.map(({ say, expect, ...one }) => ({ ...one, turns: [{ say, expect }] })), wrong };
};

/** In the order in which they run; two may share a name, where cases are graded in different ways. */
export const SUITES: readonly Suite[] = [
  turnsSuite('requests', requests('requests')),
  writtenSuite('requests'),
  turnsSuite('conversations', () => loadCases('conversations', conversationCaseSchema)),
  writtenSuite('follow-ups'),
  timeSuite,
  ducklingSuite,
  turnsSuite('multilingual', requests('multilingual')),
  writtenSuite('multilingual'),
  turnsSuite('ask-or-refuse', requests('ask-or-refuse')),
  writtenSuite('ask-or-refuse'),
  safetySuite,
  triageSuite,
  independentTriageSuite,
  contentSuite,
];
