// The cases of the rules' author, over the tenant of evals/fixture.ts, by the suite that they belong to.
import type { RequestCase } from './request-case.ts';
import { ACTIVITY_CASES } from './requests-activity.ts';
import { AROUND_CASES } from './requests-around.ts';
import { ASK_CASES } from './requests-ask.ts';
import { CREATE_CASES } from './requests-create.ts';
import { FIND_CASES } from './requests-find.ts';
import { FOLLOW_UP_CASES } from './requests-follow-up.ts';
import { LANGUAGE_CASES } from './requests-languages.ts';
import { MANNER_CASES } from './requests-manners.ts';
import { NATURAL_CASES } from './requests-natural.ts';
import { OFFER_CASES } from './requests-offers.ts';
import { PERIOD_CASES } from './requests-periods.ts';
import { SPOKEN_CASES } from './requests-spoken.ts';
import { STATED_CASES } from './requests-stated.ts';
import { SWEPT_CASES } from './requests-swept.ts';
import { TELLING_CASES } from './requests-telling.ts';
import { TERSE_CASES } from './requests-terse.ts';
import { TIME_CASES } from './requests-time.ts';
import { UNSURE_CASES } from './requests-unsure.ts';

export const WRITTEN_CASES: readonly { suite: string; about: string; cases: readonly RequestCase[] }[] = [
  { suite: 'requests', about: 'sentences that make a campaign', cases: CREATE_CASES },
  { suite: 'requests', about: 'sentences that count and list', cases: FIND_CASES },
  { suite: 'requests', about: 'sentences about what customers did', cases: ACTIVITY_CASES },
  { suite: 'requests', about: 'sentences typed in a hurry', cases: SPOKEN_CASES },
  { suite: 'requests', about: 'sentences with stretches of time', cases: TIME_CASES },
  { suite: 'requests', about: 'sentences with dates of every kind', cases: PERIOD_CASES },
  { suite: 'requests', about: 'one meaning in many wordings', cases: SWEPT_CASES },
  { suite: 'requests', about: 'what is said around a request', cases: AROUND_CASES },
  { suite: 'requests', about: 'sentences said in passing', cases: NATURAL_CASES },
  { suite: 'requests', about: 'what somebody is told, and what goes before', cases: TELLING_CASES },
  { suite: 'requests', about: 'offers, themes, and the mail around a request', cases: OFFER_CASES },
  { suite: 'requests', about: 'what is stated behind whoever gets it', cases: STATED_CASES },
  { suite: 'requests', about: 'notes, forms and half sentences', cases: TERSE_CASES },
  { suite: 'multilingual', about: 'the same in other languages', cases: LANGUAGE_CASES },
  { suite: 'multilingual', about: 'how other languages write what restricts', cases: MANNER_CASES },
  { suite: 'follow-ups', about: 'sentences about the campaign at hand', cases: FOLLOW_UP_CASES },
  {
    suite: 'ask-or-refuse',
    about: 'sentences that must be asked back, refused or only talked about',
    cases: ASK_CASES,
  },
  { suite: 'ask-or-refuse', about: 'sentences of somebody who is not sure', cases: UNSURE_CASES },
];
