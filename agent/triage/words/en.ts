import { otherEnds } from './en-other-ends.ts';
import { DEVICE, DOC, NUMBER, RENEWING, TALK, UNIT, WHEN } from './en-pieces.ts';
import type { Words } from './words.ts';

export const en: Words = {
  language: 'en',
  hasSpaces: true,
  wordings: [
    ...otherEnds,
    [
      'partial',
      2,
      "\\bkeep\\b.{1,60}\\b(?:cancel|drop|remove|stop|without|end|discontinue)\\b|\\b(?:cancel|drop|remove|end|discontinue)\\b.{1,60}\\bkeep\\b|\\b(?:we|i)(?:'d| would)? (?:only|just) (?:need|keep|want|renew|take|continue)\\b|\\bdown ?grad\\w+",
    ],
    [
      'partial',
      2,
      `\\b(?:only|just)\\s+(?:for\\s+|with\\s+|the\\s+|keep\\s+|renew\\s+|want\\s+|need\\s+)*(?:${NUMBER})(?:\\s+of)?(?:\\s+(?:the|our|them))?(?:\\s+${UNIT}|\\b)`,
    ],
    [
      'partial',
      2,
      `\\b(?:everything|everywhere|all(?:\\s+\\w+){0,2})\\s+(?:except|but(?: not)?|apart from|besides|minus|other than)\\b`,
    ],
    [
      'partial',
      2,
      `\\b(?:except|excluding|without|minus|apart from)\\s+(?:for\\s+)?(?:the\\s+|zone\\s+)?\\w+`,
    ],
    [
      'partial',
      2,
      `\\b(?:drop|remove|cancel|exclude|skip|take (?:out|off)|leave out|unsubscribe|discontinue|stop)\\s+(?:the\\s+|our\\s+|zone\\s+)?(?:other\\s+|remaining\\s+|last\\s+)?(?:${NUMBER}\\s+)?(?:${UNIT}|others?|rest)(?:\\s+\\w+)?(?:\\s+only)?\\b(?!\\s+(?:to another|problem))`,
    ],
    [
      'partial',
      2,
      `\\b(?:reduc\\w+|down ?siz\\w+|go down|cut (?:down|back)|fewer ${UNIT}|less ${UNIT}|from ${NUMBER} to ${NUMBER})\\b`,
    ],
    [
      'partial',
      2,
      `\\b(?:renew|keep|continue(?: with)?|yes (?:to|for)|extend)\\s+(?:for\\s+)?(?:only\\s+|just\\s+)?(?!(?:all|the same|one (?:more|year)|\\d+ (?:more )?years?|${NUMBER} (?:more )?(?:years?|months?)))${NUMBER}\\s+(?:of\\b|${UNIT})`,
    ],
    ['callback', 2, "\\b(?:don't|do not|not) (?:call|phone|ring)\\b.{0,40}"],
    ['later', 2, `\\b${TALK}\\b(?:\\s+\\S+){0,6}?\\s+(?:${WHEN})\\b`],
    [
      'later',
      2,
      "\\b(?:don't|do not) (?:contact|write|e-?mail|message) (?:me|us) (?:before|until|till|on|during|at)\\b",
    ],
    [
      'callback',
      2,
      '\\b(?:please |can you |could you |pls )?(?:call|ring|phone|telephone) (?:me|us|my|our|back|the hotel)\\b|\\bgive (?:me|us) a (?:call|ring|bell)\\b|\\bcall\\b.{0,20}\\b(?:tomorrow|today|monday|tuesday|wednesday|thursday|friday|at \\d+)',
    ],
    [
      'callback',
      2,
      "\\b(?:can|could|may|shall|let's|would like to|want to|like to|happy to|need to) (?:we |you |i |please )?(?:talk|speak|meet|discuss|have a (?:call|chat|meeting|word)|jump on a call|schedule|arrange|set up)\\b|\\bschedule a (?:call|meeting|demo|visit)\\b",
    ],
    ['callback', 2, '\\b(?:stop by|come by|drop by|visit us|come (?:over|see us)|pass by)\\b'],
    [
      'later',
      2,
      "\\b(?:will|we'll|i'll|let me|need to|have to|must|going to|want to|should) (?:first )?(?:discuss|check|consult|review|revert|ask|think|consider|look (?:at|into)|talk (?:to|with)|see|confirm (?:with|internally))\\b|\\bgive (?:me|us) (?:a |an |some |another |few |\\d+ |two |three )*(?:weeks?|days?|time|moment|month|while)\\b|\\bpending\\b|\\b(?:ask|try|contact) (?:me|us) (?:again )?in\\b|\\bwhen (?:i'm|i am|we are|we're) back\\b|\\brevert\\b",
    ],
    [
      'callback',
      2,
      '\\bcall (?:any ?time|now|later|on|at)\\b|\\b(?:reach|call) (?:me|us) (?:at|on)\\b|\\bmy (?:number|phone|mobile) is\\b',
    ],
    [
      'complaint',
      2,
      '\\b(?:nobody|no one|noone|none of you) (?:\\w+ed|came|comes|fix\\w*|answer\\w*|car\\w*|help\\w*|is)\\b|\\b(?:charged|billed|invoiced) (?:us |me )?(?:for|twice|wrong\\w*|too)|\\b(?:overcharg\\w+|overbilled|wrongly (?:charged|billed))\\b|\\b(?:way |much |far )?too (?:loud|low|quiet|noisy|slow)\\b|\\bnever (?:answers?|replies|reply|responds?|works?)\\b|\\b(?:still|been) waiting (?:for|since)\\b',
    ],
    [
      'complaint',
      2,
      '\\b(?:terrible|awful|horrible|unacceptable|disgust\\w+|worst|useless|pathetic|disappoint\\w+|frustrat\\w+|fed up|ridiculous|furious|angry|appalling|rubbish|lawyer|legal action|refund|overcharged|poor (?:service|quality|sound)|bad (?:service|quality|sound|experience)|(?:very |so |really )?unhappy|not (?:happy|satisfied|acceptable|good enough)|dissatisfied|annoyed|incompetent)\\b',
    ],
    [
      'complaint',
      2,
      `\\b${DEVICE}\\b.{0,25}\\b(?:stopped|stops|broke|broken|failed|fails|crash\\w*|dropp\\w*|cuts?|cutting|offline|down|freez\\w+|frozen|dead|silent|buffer\\w*|skips|skipping|disconnect\\w*|off since|off again|been off|is off|are off|not (?:work|play|load|connect|respond)\\w*|too (?:loud|quiet|slow))\\b`,
    ],
    [
      'complaint',
      2,
      "\\b(?:not|isn't|aren't|doesn't|does not|don't|won't|can't|cannot|never|no longer|stopped|still not|hasn't|keeps?) (?:been )?(?:work(?:s|ing)?|play(?:s|ing)?|connect(?:s|ing|ed)?|load(?:s|ing)?|respond\\w*|stopping|buffering|crashing|dropping|cutting|skipping|freezing|disconnecting|failing)\\b",
    ],
    [
      'complaint',
      2,
      '\\bno (?:music|sound|audio|signal|answer|response|reply from you)\\b|\\bstop (?:the|these|those|playing) (?:ads|adverts|advertising|commercials)\\b|\\bstop charging\\b|\\bcharged (?:us )?twice\\b',
    ],
    [
      'complaint',
      2,
      '\\b(?:second|third|fourth|2nd|3rd|4th|\\d+th) time\\b|\\bnobody (?:answers|answered|replied|came|comes|picks)\\b|\\bguests (?:are |keep )?complain\\w*|\\bcomplain\\w*',
    ],
    [
      'complaint',
      1,
      '\\b(?:problems?|issues?|faults?|errors?|broken|mistake|wrong (?:invoice|amount|music))\\b',
    ],
    [
      'question',
      2,
      '\\b(?:how much|pric(?:e|es|ing)|costs?|rates?|discounts?|cheaper|expensive|too (?:high|much|costly)|overpriced|best (?:offer|price)|better (?:offer|deal|price)|over (?:our )?budget|lower (?:the )?(?:price|rate|fee)|fees?)\\b(?! of service)',
      'price',
    ],
    [
      'question',
      2,
      `\\b(?:send|share|forward|e-?mail|provide|attach|resend|get|have|need|see|give)\\b(?:\\s+(?:me|us|over|the|a|an|your|our|any|some|more|updated|new|full|copy of|copies of|by|to|with|please|signed|latest|also|renewal)){0,6}\\s+${DOC}\\b`,
      'document',
    ],
    ['question', 1, `\\b(?:invoice|quotation|contract|proposal) (?:please|pls)\\b`, 'document'],
    [
      'question',
      2,
      "\\bwho (?:is|are) (?:this|you|that|it)\\b|\\bwho(?:'s| dis| is dis)\\b|\\bhow did you get (?:my|our|this)\\b|\\bdo i know you\\b|\\bis this (?:spam|a scam|legit|real)\\b",
      'identity',
    ],
    [
      'question',
      2,
      '\\b(?:tell (?:me|us) more|more (?:info\\w*|details)|further (?:info\\w*|details)|know more|learn more|explain)\\b',
    ],
    [
      'later',
      2,
      '\\b(?:not (?:now|yet|today|right now|at (?:the|this) (?:moment|time|stage)|this (?:month|week|year|time|quarter))|maybe(?: later)?|perhaps|possibly|not sure|undecided|still (?:thinking|deciding|considering|reviewing))\\b',
    ],
    [
      'later',
      2,
      '\\b(?:need|have|want|waiting|wait|like)(?:ing)? (?:to|for|on|more|some|a bit more|until)?\\s*(?:the |our |my )?(?:think|discuss|check|consult|consider|approval|budget|time|confirm with|talk (?:to|with) (?:my|our|the)|ask (?:my|our|the)|head office|owner|board|management|internal|review)\\b',
    ],
    [
      'later',
      2,
      '\\b(?:let you know|get back to (?:you|me|us)|come back to (?:you|me|us)|waiting (?:for|on)|think (?:about it|it over)|remind (?:me|us)|on hold|postpone\\w*|later|another time|too busy|busy (?:now|right now|this)|closed for (?:renovation|the season)|renovat\\w+|budget approval|next (?:month|year|quarter))\\b',
    ],
    ['survey_answer', 1, "\\b(?:rate|score|i'd give|i would give|out of (?:10|ten))\\b"],
    ['partial', 1, `\\b(?:add|additional|extra)\\s+(?:${NUMBER}\\s+)?(?:more\\s+)?${UNIT}\\b(?!.*\\?)`],
    [
      'question',
      2,
      '^(?:hi |hello |dear \\w+,? ?|ok,? |yes,? |and |so |but )*(?:what|when|where|which|why|how|who|whose|can (?:you|we|i|it|guests)|could (?:you|we|i)|do (?:you|we|i)|does|did|is (?:it|this|that|there|the|your|\\w+ (?:better|included))|are (?:you|we|there|these|the)|will (?:you|we|it|there|the)|would (?:you|it)|may (?:i|we)|should (?:we|i)|have you|has)\\b',
    ],
    ['question', 1, '\\?'],
    [
      'question',
      1,
      '\\bplease (?:stop|change|turn|set|adjust|lower|raise|add|update|switch|end|play|install|replace|check|advise|clarify|confirm (?:if|whether|the))\\b|\\b(?:stop|turn (?:off|down|up)|change|lower) the (?:music|volume|playlist)\\b',
    ],
    [
      'accept',
      2,
      "\\b(?:you can|you may|pls|please) (?:process|proceed|renew|go|send the contract)\\b|\\bprocess it\\b|\\b(?:same (?:terms|again|as (?:last year|before))|as (?:usual|before))\\b|\\blet's do (?:it|this)\\b",
    ],
    [
      'accept',
      2,
      `\\b(?:let's|let us|we'll|we will|i'll|i will|we'd (?:like|love) to|i'd (?:like|love) to|would (?:like|love) to|want to|wish to|happy to|glad to|going to|decided to|agree to|please|pls|kindly|ok(?:ay)? to|ready to|yes|ok|okay|sure|do)[\\s,]+(?:please\\s+|also\\s+|definitely\\s+)?${RENEWING}\\b`,
    ],
    [
      'accept',
      2,
      "\\b(?:go ahead|go for it|please proceed|we agree|i agree|agreed|we accept|accepted|approved|confirmed|we confirm|i confirm|we renew|count (?:us|me) in|sign (?:us|me) up|we're in|i'm in|it's a deal|deal!|works for (?:us|me)|why not|yes please|please do|sounds (?:good|great|perfect)|happy to go)\\b",
    ],
    [
      'accept',
      2,
      '\\b(?:renew (?:it|them|all|everything|for|the|our|us|please|again)|^renew|confirm(?:ing)? (?:the |our )?renewal)\\b',
    ],
    [
      'accept',
      1,
      '\\b(?:yes|yep|yeah|yup|ya|yess+|sure|absolutely|of course|definitely|certainly|interested|ok(?:ay|ey|e)?|k|alright|all right|fine|perfect|renewal|keep)\\b|👍|✅|👌|💯',
    ],
    [
      'acknowledge',
      2,
      '\\b(?:noted|got it|well received|received|understood|same to you|you too|likewise|merry christmas|happy (?:new year|holidays|songkran|diwali)|for letting us know|for the (?:info|update|information|heads up)|happy (?:with|so far)|(?:love|like|enjoy|great|lovely|fantastic|excellent|amazing|wonderful|awesome))\\b|❤|😍|🥰|🎄',
    ],
    [
      'acknowledge',
      1,
      '\\b(?:thanks?|thank you|thx|ty|cheers|much appreciated|appreciate\\w*|good|nice|cool)\\b|🙏|😊|🙂|😀|🎉',
    ],
    ['decline', 1, '^(?:no|nope|nah|negative)\\s*(?:$|[,.!;])|👎|❌'],
  ],
  urgent:
    '\\b(?:urgent\\w*|asap|immediately|right away|right now|emergency|critical|today|at once|since (?:yesterday|this morning|days|monday)|all (?:players|zones|music) (?:are )?(?:off|offline|down)|lawyer|legal action|vip)\\b|!!!',
  angry:
    '\\b(?:unacceptable|terrible|awful|horrible|worst|ridiculous|furious|angry|pathetic|disgust\\w+|fed up|lawyer|legal action|refund|third time|3rd time|nobody (?:answers|came|replied)|scam|incompetent|appalling)\\b|!!!',
  glad: '\\b(?:great|love|lovely|excellent|perfect|happy|thanks|thank you|good|amazing|wonderful|fantastic|pleased|glad|awesome|yes please|sounds good)\\b|👍|❤|😊|😍|🙏|🎉',
  sad: '\\b(?:bad|poor|terrible|awful|horrible|unacceptable|worst|disappoint\\w*|frustrat\\w*|angry|unhappy|not (?:happy|satisfied|working)|too (?:high|expensive)|complain\\w*|problem|broken|ridiculous|never again|spam|annoy\\w*|offline|useless)\\b|👎|😡|😠',
  limits: '\\b(?:but|only|except|just|apart from|however|without)\\b',
};
