import { RENEWING } from './en-pieces.ts';
import type { Wording } from './words.ts';

/** English for: a machine answers, somebody else is meant, it is done already, no. Read before everything else. */
export const otherEnds: readonly Wording[] = [
  [
    'bounce',
    2,
    '\\b(?:user unknown|mailbox (?:is )?(?:full|unavailable)|address (?:not found|rejected)|delivery (?:has )?failed|could not be delivered|undeliverable)\\b',
  ],
  [
    'auto_reply',
    2,
    '\\b(?:out of (?:the )?office|auto(?:matic|mated)?[ -]?(?:reply|response|message)|automatically generated|do not reply to this|limited access to (?:my )?e-?mails?)\\b',
  ],
  [
    'auto_reply',
    2,
    "\\b(?:i am|i'm|i will be|i'll be|currently) (?:currently )?(?:away|on (?:\\w+ )?(?:leave|vacation|holiday|holidays)|travelling|traveling)\\b(?! with)",
  ],
  [
    'auto_reply',
    2,
    '\\bthank(?:s| you) for (?:contacting|reaching|your (?:e-?mail|message|enquiry|inquiry))\\b.{0,120}\\b(?:we|i|our team) (?:will|shall|usually|aim)',
  ],
  [
    'wrong_person',
    2,
    '\\bno longer (?:work\\w*|with|employed|at|responsible|in charge|part of|handl\\w+)\\b',
  ],
  ['wrong_person', 2, "\\b(?:don't|do not|doesn't|not) work(?:ing)? (?:here|there|at|for)\\b(?: any ?more)?"],
  [
    'wrong_person',
    2,
    '\\b(?:left|leaving|quit|resigned from|retired from) (?:the|this|my) (?:company|hotel|property|team|group|job|position|organi[sz]ation|business)\\b',
  ],
  [
    'wrong_person',
    2,
    '\\b(?:wrong|incorrect) (?:person|number|contact|department|address|hotel|company|guy|e-?mail)\\b',
  ],
  [
    'wrong_person',
    2,
    '\\bnot (?:the (?:right|correct) (?:person|contact)|my (?:department|responsibility|area|job|decision)|in charge|responsible)\\b',
  ],
  [
    'wrong_person',
    2,
    '\\b(?:contact|speak (?:to|with)|talk (?:to|with)|ask|write to|reach out to|forward (?:this |it )?to|get in touch with|e-?mail|address this to|deal with)\\s+(?:ms|mr|mrs|miss|khun|k\\.|my (?:colleague|successor|replacement|boss|manager)|our (?:head office|headquarters|hq|purchasing|finance|procurement|it|new|gm|general manager|owner|accounting)|the (?:new|head|owner|purchasing|procurement|gm|general manager)|head office)\\b',
  ],
  [
    'wrong_person',
    2,
    '\\b(?:new|current) (?:general manager|gm|manager|purchasing(?: manager)?|contact(?: person)?|owner|it manager|director|finance manager|operations manager|person in charge) (?:is|will be|now is|is now)\\b',
  ],
  [
    'wrong_person',
    2,
    '\\b(?:has|have|is|was|are) (?:now )?(?:replaced by|taken over by|taken over (?:from|my)|handled by|managed by)\\b',
  ],
  [
    'wrong_person',
    1,
    '\\b(?:resigned|retired|passed away|moved to another (?:property|hotel)|transferred)\\b',
  ],
  [
    'wrong_person',
    2,
    '\\b(?:direct|forward|send|address|refer|redirect|pass) (?:this|it|these|your (?:messages?|e-?mails?|requests?)|all (?:this|future \\w+))(?: on)? to (?:our|the|my|mr|ms|mrs|khun|head office)\\b|\\bmy (?:replacement|successor)\\b|\\bmoved (?:on )?to (?:another|a different|a new) (?:hotel|property|company|job|department)\\b',
  ],
  [
    'already_done',
    2,
    '\\balready\\s+(?:been\\s+)?(?:paid|renewed|signed|done|sent|settled|replied|answered|confirmed|extended|agreed|did|transferred|completed|taken care|a customer|customers?|have (?:a|it|this|you)|using|got|approved|sorted)\\b',
  ],
  [
    'already_done',
    2,
    '\\b(?:paid|renewed|signed|settled|transferred|extended|confirmed)\\b.{0,25}\\b(?:already|last (?:week|month|year|quarter|\\w+day)|yesterday|this morning|on \\w+day|(?:two|three|\\d+) (?:days|weeks) ago|in (?:january|february|march|april|may|june|july|august|september|october|november|december))\\b',
  ],
  [
    'already_done',
    2,
    "\\b(?:we|i)(?:'ve| have| had)? (?:just )?(?:signed|paid|renewed|settled|completed)\\b(?! by)",
  ],
  [
    'already_done',
    2,
    "\\b(?:payment|invoice|contract|renewal|this|it|that|bill|transfer) (?:was|has been|is|have been) (?:already )?(?:made|settled|paid|done|completed|renewed|signed|sent|transferred|processed|taken care of)\\b|\\bdidn't (?:we|i) (?:already )?(?:renew|pay|sign|settle|answer)\\b|\\bsaid yes (?:already|last|yesterday)\\b",
  ],
  [
    null,
    1,
    "\\b(?:no (?:problems?|worries|doubt|issues?|more (?:issues?|problems?)|objections?|complaints?|rush)|not bad|not only|non-?stop|can'?t (?:stop|complain|wait)|don't hesitate|do not hesitate|never stop\\w*|don't stop|no news)\\b",
  ],
  [
    'later',
    2,
    "\\b(?:can't|cannot|can not|couldn't|unable to) (?:say|give|confirm|decide|commit|answer|approve)\\b.{0,20}\\b(?:yet|now|today|at the moment|until|before)?",
  ],
  [
    'decline',
    2,
    '\\b(?:found|have|got|chose|chosen|signed with|went with|using) (?:already )?(?:a |an )?(?:another|other|cheaper|better|new|different|local) (?:provider|supplier|vendor|solution|company|offer|option|system)\\b|\\bterminat\\w+\\b|\\b(?:stop|cancel|end|switch off|disable) (?:the |our )?auto\\w*[ -]?renew\\w*',
  ],
  [
    'decline',
    2,
    "\\b(?:don't|do not|no longer|never) use (?:it|this|the|your|that)\\b|\\bnot for us\\b|\\bwill not be needing\\b|\\bnot continuing\\b",
  ],
  [
    'decline',
    2,
    "\\b(?:not|never|no longer|isn't|aren't|wasn't)\\s+(?:really\\s+|at all\\s+|that\\s+|so\\s+|very\\s+)?interested\\b",
  ],
  ['decline', 2, '\\bno interest\\b'],
  [
    'decline',
    2,
    `\\b(?:(?:will|would|do|does|did|shall|can|could|are|is|'re|am) ?(?:not|n't)|won't|can't|cannot|not|never|don't)\\s+(?:be\\s+)?(?:able to\\s+|going to\\s+|want(?:ing)? to\\s+|wish(?:ing)? to\\s+|planning (?:to|on)\\s+|plan to\\s+|like to\\s+|looking to\\s+|to\\s+|be\\s+)*${RENEWING}\\b(?! (?:yet|now|today|before|until))`,
  ],
  [
    'decline',
    2,
    "\\b(?:no renewal|decided (?:not to|against|to (?:stop|cancel|leave|end|go with|discontinue))|we(?:'ll| will)? pass|pass on this|declin\\w+|opt(?:ing)? out of)\\b",
  ],
  [
    'decline',
    2,
    '\\b(?:switch\\w*|chang\\w*|mov(?:e|ed|ing)|going|went|go|gone) (?:over )?(?:to|with) (?:another|a different|a new|other|new|a competitor|spotify|someone else|an alternative|a cheaper)\\b',
  ],
  [
    'decline',
    2,
    '\\b(?:cancel|terminate|end|discontinue)\\s+(?:the\\s+|our\\s+|my\\s+|this\\s+|all\\s+)*(?:contracts?|service|services|subscription|everything|renewal|account|agreement|all zones)\\b',
  ],
  [
    'decline',
    2,
    '\\bwe are clos(?:ing|ed)\\b|\\bclos(?:e|ing) (?:down|permanently|for good|the (?:hotel|restaurant|business|shop|bar|venue|gym))\\b',
  ],
  [
    'decline',
    1,
    "\\b(?:no need|no longer need(?:ed)?|(?:don't|do not) (?:need|want) (?:it|this|that|the (?:music|service))|not (?:needed|necessary|for us|relevant))\\b",
  ],
  ['decline', 1, '\\bno,? ?(?:thank you|thanks|thx|thankyou)\\b'],
];
