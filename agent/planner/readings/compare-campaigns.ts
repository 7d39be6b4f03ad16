// "which campaign worked best?", "compare my campaigns", "which mailing had the most failures?"
import { type Form, form, readForms } from './forms.ts';
import { calling, type Reading } from './reading.ts';

const NOUN = '(?:campaigns?|mailings?|newsletters?|messages?|sends?|blasts?|one)';
const WHEN = String.raw`(?:\s+(?:so\s+far|until\s+now|this\s+(?:year|month|quarter)|ever|of\s+all|lately|recently|overall))*`;

const FORMS: readonly Form[] = [
  [
    form(
      String.raw`(?:which|what)(?:\s+of\s+(?:our|my|the|all)(?:\s+\w+)?)?\s+${NOUN}\s+(?:has\s+|have\s+|had\s+|did\s+|does\s+|is\s+|was\s+|got\s+)?(?:(?:done|do|did|worked?|performed?|went|gone|going|doing|been)\s+)?(?:the\s+)?(?<how>best|better|worst|most\s+(?:successful|popular)|(?:most|fewest|least|highest|lowest)\s+(?:\w+\s+)?(?:replies|answers|responses|reads?|opens?|read\s+rate|reply\s+rate|open\s+rate|answer\s+rate|failures?|errors?|bounces?|delivered))${WHEN}`,
    ),
    (frame, { how }) => compared(frame, how!),
  ],
  [
    form(
      String.raw`(?:what|which)(?:\s+(?:is|was|were|are)|['’]s)\s+(?:our|my|the)\s+(?<how>best|worst|most\s+(?:successful|popular))(?:\s+performing)?\s+${NOUN}${WHEN}`,
    ),
    (frame, { how }) => compared(frame, how!),
  ],
  [
    form(
      String.raw`(?:compare|rank)\s+(?:all\s+)?(?:(?:the|my|our|all)\s+)*(?:last\s+|past\s+|recent\s+|sent\s+)?campaigns(?:\s+by\s+(?<how>.+))?`,
    ),
    (frame, { how = '' }) => compared(frame, how),
  ],
];

export const readCompareCampaigns: Reading = (frame) => readForms(frame, FORMS);

function compared(frame: Parameters<Reading>[0], how: string): ReturnType<Reading> {
  const by = /fail|error|bounce/iu.test(how)
    ? 'failed'
    : /read|open/iu.test(how)
      ? 'read'
      : /deliver/iu.test(how)
        ? 'delivered'
        : 'replied';
  return calling(frame, [{ name: 'compare_campaigns', args: { by } }]);
}
