import type { OptOutWording } from './wording.ts';

const MESSAGES =
  '(?:e-?mails?|mails?|mailings?|messages?|texts?|sms|whatsapps?|newsletters?|promos?|promotions?|promotionals?|offers|marketing|spam(?:ming)?|communications?|correspondence)';
const ALSO =
  '(?:ads?|adverts?|advertising|advertisements?|announcements|updates|notifications|surveys|stuff|junk|crap|rubbish|campaigns)';
const FILLER =
  '(?:(?:me|us|any|all|more|further|future|other|the|this|these|those|that|your|you|such|so|many|much|of|kinds?|sorts?|promotional|marketing|sales|commercial|to|my|our|from|with|daily|weekly|automated|annoying|unsolicited|unwanted|additional|bulk|mass)\\s+){0,7}';
// "stop sending me the invoice" is not "stop sending me".
const ENDS =
  '(?=\\s*(?:$|[,;:?!.)-]|please|now|any ?more|again|and|or|ever|immediately|thanks|thank|at once|asap|i |we |to (?:me|us|this)))';
const BARE = `(?:me|us|it|this|these|those|that|them|things|anything(?: else)?)${ENDS}`;
const VERB =
  '(?:e-?mail|message|text|contact|write(?: to)?|bother|spam|disturb|pester|harass|reach out to|whatsapp|solicit)';
const VERBING =
  '(?:e-?mailing|mailing|messaging|texting|contacting|writing(?: to)?|bothering|spamming|disturbing|pestering|harassing|soliciting|bombarding|flooding|hounding|badgering|annoying)';
const NOT = "(?:don't|do not|dont|doesn't|does not|doesnt|never|no longer|please not)";
const LIMIT =
  '(?:before|until|till|on|during|next|today|tomorrow|tonight|at (?:\\d|night|work|the weekend)|in the (?:morning|afternoon|evening)|by phone|between|after|over the|for (?:now|a (?:while|few)|the next)|this (?:week|month|year|morning)|so early|so late)';
const LISTS =
  '(?:lists?|database|data ?base|records|systems?|mailings?|e-?mails?|messages?|contacts|distribution|newsletters?|communications?|recipients|promotions?|marketing)';
const PAPERS =
  '(?:pages?|covers?|proposals?|quot(?:e|es|ation|ations)|invoices?|offers?|contracts?|agreements?|documents?|orders?|signs?|badges?|schedules?|bookings?|quotes?)';
const OTHERS = '(?:guests?|customers|visitors?|users?|people|they|members?|staff|employees|clients)';

export const en: OptOutWording = {
  words: [
    ...[
      'stop',
      'stop all',
      'stopall',
      'stop it',
      'stop this',
      'stop everything',
      'end',
      'quit',
      'cancel',
      'remove',
      'remove me',
      'revoke',
    ],
    ...[
      'unsubscribe',
      'unsub',
      'unsubscribe me',
      'unsubscribe all',
      'optout',
      'opt out',
      'opt-out',
      'opt me out',
      'td',
      's t o p',
    ],
    ...['no more', 'delete me', 'blocked', 'go away', 'stop now', 'stopp'],
    // Typed in a hurry. None of them is a word.
    ...['stpo', 'sotp', 'tsop', 'stp', 'sttop', 'sstop', 'stopo', 'usubscribe', 'ubsubscribe'],
  ],
  sentences: [
    'stop',
    'stop it',
    'stop this',
    'stop all',
    'stop everything',
    'stop now',
    'stopall',
    'unsubscribe',
    'unsubscribe me',
    'opt out',
    'optout',
    'opt-out',
    'remove me',
    'go away',
  ],
  asks: [
    `\\b(?:stop|quit|cease|halt|discontinue)\\s+(?:with\\s+)?(?:all\\s+)?${VERBING}\\b`,
    `\\b(?:stop|quit|cease)\\s+calling\\s+(?:me|us|this)\\b`,
    `\\b(?:stop|quit|cease|discontinue)\\s+(?:sending|receiving|getting)\\s+${FILLER}(?:${MESSAGES}|${ALSO}|${BARE})`,
    `\\b(?:stop|cease|discontinue|end)\\s+${FILLER}${MESSAGES}\\b`,
    `\\b(?:stop|cease|discontinue|end)\\s+(?:all\\s+)?your\\s+${FILLER}${ALSO}`,
    `\\bstop (?:all )?(?:contact|communication)\\b`,
    `\\b(?:stop|quit) (?:sending|texting|mailing|messaging|writing)\\s*[!.]*$`,
    `\\bno need to (?:keep|inform|update|notify|remind) (?:me|us)\\b(?! (?:of|about) the (?:visit|appointment|meeting))`,
    `\\b${NOT}\\s+(?:please\\s+)?(?:ever\\s+)?${VERB}\\s+(?:to\\s+)?(?:me|us|this (?:number|address|person)|here|any ?more|again)\\b`,
    `\\b${NOT}\\s+(?:please\\s+)?(?:ever\\s+)?call\\s+(?:me|us|this number)\\s+(?:again|any ?more|ever)`,
    `\\b(?:${NOT}|not to)\\s+(?:please\\s+)?(?:ever\\s+)?send\\s+${FILLER}(?:${MESSAGES}|${ALSO}|${BARE})`,
    `\\b(?:${NOT}|not|wouldn't|would not|rather not|prefer not)\\s+(?:really\\s+)?(?:want|wish|like|care|need|agree|consent|to|interested in)?\\s*(?:to\\s+)?(?:be\\s+)?(?:hear(?:ing)?\\s+from\\s+(?:you|your|this)|(?:be(?:ing)?\\s+)?(?:contacted|e-?mailed|messaged|texted|written to|spammed|bothered|disturbed|on (?:this|your|the|any) (?:\\w+ )?list))`,
    `\\b(?:${NOT}|not|wouldn't|would not|rather not|prefer not)\\s+(?:really\\s+)?(?:want|wish|like|care|agree|consent|interested in|to)\\s+(?:to\\s+)?(?:be\\s+)?(?:receiv(?:e|ing)|get(?:ting)?|see(?:ing)?|have)\\s+${FILLER}(?:${MESSAGES}|${ALSO}|${BARE})`,
    `\\b${NOT}\\s+(?:really\\s+)?(?:want|need|wish for)\\s+${FILLER}${MESSAGES}\\b(?!\\s+(?:feature|function|module|screen|board|service|player|zone|package|add-?on))`,
    `\\b(?:no|zero)\\s+(?:interest|desire)\\s+(?:in|to)\\s+(?:hear(?:ing)?\\s+from|receiv(?:e|ing)|be(?:ing)?\\s+contacted|get(?:ting)?\\s+(?:your|these|more))`,
    `\\bun-? ?su[bs]\\w*(?=\\s*(?:$|[,;:)?!-]|me\\b|us\\b|my\\b|our (?:e-?mail|address|number)|please|pls|now|immediately|this|these|from|of|and|or|thanks|asap|link|button|option|is|does|did|i |we |it|here|at|on|for|all|right))`,
    `\\bopt(?:ed|ing)?[ -]?(?:me |us )?out\\b`,
    `\\b(?:remove|delete|take|erase|drop|strike|exclude|get|pull)\\s+(?:me|us)\\s+(?:off|from|out of)\\s+(?:\\w+\\s+){0,4}?${LISTS}\\b`,
    `\\b(?:remove|delete|take|erase|strike)\\s+(?:me|us)(?:\\s+(?:off|out|from))?(?:\\s+(?:this|it|here|everything))?${ENDS}`,
    `\\b(?:remove|delete|erase|scrub|forget|strike|wipe|scratch)\\s+(?:my|our|this)\\s+(?:\\w+\\s+)?(?:address(?:es)?|e-?mails?|numbers?|names?|contacts?|details|data|info\\w*)\\b`,
    `\\btake\\s+(?:my|our|this)\\s+(?:\\w+\\s+)?(?:address|e-?mail|number|name|contact|details)\\s+(?:\\w+\\s+)?(?:off|out|from)\\b`,
    `\\boff\\s+(?:of\\s+)?(?:your|this|the|all(?: your)?)\\s+(?:\\w+\\s+){0,2}?lists?\\b`,
    `\\bno\\s+(?:more|further)\\s+${FILLER}(?:${MESSAGES}|contact|ads|advertising|notifications)\\b`,
    `\\bno\\s+(?:marketing\\s+)?(?:e-?mails|mails|messages|newsletters|promotions|spam|advertising)\\s*(?:please|thanks|,|$)`,
    `\\benough\\s+(?:with|of)\\s+${FILLER}(?:${MESSAGES}|${ALSO})`,
    `\\b(?:asked|told|said|begged|want|wanted|need|like|ask|asking)\\s+(?:you\\s+)?(?:people\\s+|guys\\s+)?(?:to\\s+)?(?:please\\s+)?stop\\b(?=\\s*(?:$|[,;.!?)-]|and|already|now|before|several|many|twice))`,
    `\\bnot\\s+${VERBING}\\s+(?:me|us|this)\\b`,
    `\\b(?:no longer|not|never) interested in (?:receiving |getting |reading )?(?:your|these|this|any|more|such) ${FILLER}(?:${MESSAGES}|${ALSO})`,
    `\\b(?:want|get|need) (?:me |us )?(?:out of|off) (?:this|your|the|all)\\s+(?:\\w+\\s+){0,2}?(?:lists?|mailings?|database)\\b`,
    `\\bdo not use (?:it|this (?:number|e-?mail|address)|my (?:number|e-?mail|address))\\s+(?:again|any ?more|for)`,
    `\\b(?:remove|delete|drop)\\s+from\\s+(?:your |the |this )?(?:\\w+\\s+)?(?:lists?|database|mailings?)\\s*(?:$|[.,!]|please|thanks)`,
    `\\bunsub\\w*\\s+(?:our|the|this)\\s+(?:\\w+\\s+){1,3}?from\\s+${FILLER}(?:${MESSAGES}|${ALSO}|lists?|this|it)\\b`,
    `\\b(?:cease|stop|end|avoid|discontinue|(?:no|zero) (?:more|further|future)|no)\\s+(?:all |any |further |future |this |your |direct )*(?:contact(?:ing)?|communications?|correspondence|outreach|solicitations?)\\s*(?:please|immediately|with (?:me|us)|from you|$|[,.!])`,
    `\\b(?:you(?:'re| are| have been|'ve been| will be| get)|this number (?:is|has been|will be)|i(?:'ve| have)?) (?:now )?block(?:ed|ing)(?: you)?\\b`,
    `\\b(?:to be|get|have (?:me|us|my \\w+|our \\w+)|please be|being|be)\\s+(?:removed|deleted|taken off|unsubscribed|excluded|erased)\\s*(?:(?:from|off)\\s+(?:\\w+\\s+){0,4}?${LISTS}\\b|$|[,.!])`,
    `\\bunsub\\w*\\s+(?:\\S+@\\S+|\\+?\\d{5,})`,
    `\\b(?:no need|not necessary|needn't|need not) (?:to |for you to )?(?:keep |continue )?(?:sending|send|write|contact|message|e-?mail|text)(?:ing)?\\s+(?:to\\s+)?(?:(?:me|us)\\s+)?(?:again|any ?more|any longer|further|${FILLER}(?:${MESSAGES}|${BARE}))`,
    `\\b(?:don't|do not|didn't|did not|never) (?:have|gave|give|given|gotten|got) (?:you )?(?:my |our |any |the )?(?:permission|consent|authori[sz]ation)\\b`,
    `\\bget (?:off|out of) (?:this|these|your) (?:thing|lists?|mailings?|texts?|e-?mails?)\\b`,
    `\\bhow (?:to|do i|can i|do we|can we) (?:stop|block|get rid of|turn off|cancel) ${FILLER}(?:${MESSAGES}|${ALSO}|these|this)`,
    `\\byour (?:messages|e-?mails|mails|texts|calls) (?:are|is) (?:not welcome|unwelcome|unwanted|annoying|spam)`,
    `\\b(?:don't|do not) (?:bother|disturb)\\b(?: (?:me|us|writing|contacting|e-?mailing|messaging))`,
    `\\b(?:don't|do not) want (?:this|these|it|them|to (?:get|see|read|receive) (?:this|these|it))(?: (?:any ?more|again|at all|stuff))`,
    `\\btake (?:this|my|our) (?:number|address|e-?mail) off\\b`,
    `\\b(?:done with|tired of|sick of|fed up with|had enough of) ${FILLER}${MESSAGES}\\b`,
    `\\bnot (?:receiving|getting) (?:any |further |more |such )+(?:of )?(?:these|this|${FILLER}${MESSAGES})`,
    `\\b(?:sure|ensure|guarantee)\\b.{0,15}\\b(?:i|we) (?:don't|do not|won't|never) (?:get|receive|hear)\\b.{0,25}\\b(?:these|this|anything|${MESSAGES}|from you)\\b`,
    `\\b(?:and|just|so|now|privacy,?) stop\\s*[.!]*$`,
    `\\byou(?:'re| are| keep)? (?:just )?spamm(?:ing|ed)\\b|\\bstop spam\\b`,
    `\\b(?:don't|do not|never) (?:include|put|add|list|copy) (?:me|us) (?:again )?(?:in|on|to) (?:your|this|these|any|the)\\b.{0,20}(?:lists?|campaigns?|mailings?|newsletters?|database|e-?mails|distribution)`,
    `\\bget lost\\b|\\bshut up\\b|\\bdo not disturb\\b`,
    `\\b(?:exclude|omit|leave) (?:me|us)(?: out)? (?:from|of) ${FILLER}(?:${MESSAGES}|${ALSO}|lists?)`,
    `\\bleave (?:me|us) alone\\b`,
    `\\blose (?:my|this|our) (?:number|e-?mail|address)\\b`,
    `\\b(?:report|reported|reporting|block|blocked|blocking)\\s+(?:you|this)\\b.{0,25}\\bspam\\b`,
    `\\b(?:i'm |i am |we're |will be )?blocking you\\b`,
    `\\b(?:withdraw|revoke)\\s+(?:my|our)\\s+(?:consent|permission)\\b`,
    `\\bobject to .{0,30}\\b(?:direct marketing|processing)\\b`,
    `\\bcancel\\b.{0,30}\\b(?:newsletters?|mailings?|e-?mails|messages|mailing list|these (?:updates|notifications|alerts))\\b`,
    `\\b(?:end|stop|cancel|terminate) (?:my |our |this |the )?subscription to (?:your|these|the|this) ${FILLER}(?:${MESSAGES}|${ALSO})`,
    `\\bkindly desist\\b|\\bplease desist\\b`,
    `\\b${NOT} (?:want|need) (?:these|your|those) ${ALSO} any ?more\\b`,
    `\\b(?:cease and desist|fuck off|piss off)\\b`,
    `\\b(?:be|is|was) (?:the|your) (?:very )?last (?:message|e-?mail|mail|text)\\b.{0,12}\\b(?:i (?:get|receive|want)|we (?:get|receive)|from you|to (?:me|us)|you send)\\b`,
    `\\bspare (?:me|us) (?:from )?${FILLER}(?:${MESSAGES}|${ALSO})`,
    `\\b(?:refrain|desist|abstain) from (?:sending|writing|messaging|contacting|any (?:more|further|other)|further)\\b.{0,20}\\b(?:me|us|${MESSAGES}|contact)\\b`,
    `\\bnever (?:mail|e-?mail|write|text|message|contact)\\b.{0,12}\\b(?:here|again|me|us)\\b`,
    `\\b(?:keep|kept|leave|left) (?:me|us) out of ${FILLER}(?:campaigns?|mailings?|mailing lists?|newsletters?)\\b`,
    `\\b(?:scratch|scrub|strike) (?:me|us) (?:from|off)\\b.{0,20}\\blist\\b`,
    `\\b(?:remove|delete|take|drop)\\s+[^,;]{1,30}\\s+and\\s+(?:me|us|myself)\\s+(?:off|from|out of)\\s+(?:\\w+\\s+){0,4}?${LISTS}\\b`,
    `\\b(?:like|want|need|get)\\s+${FILLER}${MESSAGES}\\s+(?:to\\s+)?(?:be\\s+)?(?:cancel+ed|stopped|ended|stop|end|switched off|turned off)\\b`,
    `\\b${NOT}\\s+(?:want|need)\\s+(?:any\\s+)?more\\s+of\\s+(?:these|this|those|them|your)\\b${ENDS}`,
    `\\bno more of (?:this|these|that|it|them)${ENDS}`,
    `\\bnot (?:one|a single)(?: more| further)? ${MESSAGES}\\b(?! (?:was|were|has|have|came|arrived|got|reached|is|that))`,
    `\\bno (?:point|use|sense) (?:in )?(?:${VERBING}|sending) (?:me|us)\\b`,
    `\\b(?:rather|prefer) (?:to )?not (?:to )?be (?:a )?(?:part of|in|included in) ${FILLER}${MESSAGES}\\b`,
    `\\b(?:make|let|have) this (?:be |)(?:the|your) (?:very )?(?:last|final) (?:message|e-?mail|mail|text)\\b`,
    `\\b(?:still|again|why)\\b.{0,50}\\b(?:i|we)(?:'ve| have|'d| had)? (?:already )?(?:signed off|opted out|asked to be (?:removed|taken off))\\b`,
    `\\b${MESSAGES}\\b(?! (?:on|in) the\\b).{0,30}\\b(?:please|pls|can you|just) stop (?:them|these|those|it)\\b${ENDS}`,
    `\\bno (?:more |further )?${MESSAGES} (?:to|on) (?:this|my|our) (?:phone|mobile|number|address|inbox|line)(?=\\s*(?:$|[,;.!?]|please|thanks|any ?more|again|from (?:now|today)|after (?:today|this)))`,
    `\\b(?:can|could|let) (?:the |your |these |those |all )+(?:\\w+ ){0,2}${MESSAGES} (?:please )?(?:end|stop|cease|be stopped)(?=\\s*(?:$|[,;.!?]|please|now|at last))`,
    `\\b(?:don't|do not|never)\\s+(?:consent|agree|subscribe|sign up)\\s+to\\s+(?:receiv(?:e|ing)\\s+|get(?:ting)?\\s+)?${FILLER}${MESSAGES}\\b`,
  ].map((source) => new RegExp(source, 'u')),
  notAsks: [
    // An evening's list, and a slip of the finger.
    `\\b(?:remove|take|drop|delete|strike|cross)\\s+(?:the |our )?(?:room|zone|court|table|suite|hall|class|song|track|item|player|unit|stand|lane|studio|floor|branch)s?\\b.{0,25}\\b(?:off|from)\\s+(?:the|your|our)\\s+(?:\\w+\\s+){0,2}lists?\\b`,
    // What would come of it, and somebody else's button.
    `\\b(?:if|when) (?:i|we) (?:reply|answer|respond|text|send|type)\\b[^?]*\\?`,
    `\\b${OTHERS}\\b[^,;]{0,40}\\bun-?sub\\w*\\s+(?:button|link|option|page)\\b`,
    '\\b(?:off|from|on)\\s+(?:the|your|that)\\s+(?:guest|attendee|attendance|seating|waiting|rsvp|dinner|entry|door|delivery)\\s*list\\b',
    '\\bunsubscribed\\s+(?:\\S+\\s+){0,3}(?:by mistake|by accident|accidentally)\\b|\\b(?:accidentally|mistakenly)\\s+(?:\\S+\\s+){0,3}unsubscrib\\w*',
    // Somebody else's mails, and how others are let go.
    `\\b(?:competitors?|(?:other|another|old|former) (?:suppliers?|vendors?|company|companies|lot|guys|provider|providers))\\b[^.;]{0,60}\\b(?:bombard|flood|spam|drown|keep|won't|will not|can't|cannot|never|impossible)\\w*\\b[^.;]{0,80}`,
    `\\bhow (?:do )?(?:you|your \\w+|they|others) (?:handle|deal with|manage|process|do) (?:\\w+ ){0,2}(?:un-?sub\\w*|opt[ -]?outs?)\\b`,
    `\\b(?:remove|delete|take|drop|strike|disable)\\s+(?:\\S+\\s+){1,3}?(?:logins?|user accounts?|access|badges?|passwords?|roles?)\\b[^.;]{0,60}`,
    // Our own footer, or the customer's, quoted without marks.
    `\\b(?:to|if you (?:wish|want|would like|prefer)(?: to| not)?|click here to|you can|reply stop to)\\s+(?:unsubscribe|opt[ -]?out|stop)\\b.{0,60}\\b(?:click|here|link|reply|visit|follow|https?|www|stop)\\b`,
    `\\breply stop to \\w+`,
    `\\bif you (?:no longer|do not|don't) (?:wish|want)\\b.{0,100}`,
    // "I do not know how to unsubscribe" and "cannot unsubscribe" stay asks.
    `\\b(?:don't|do not|dont|not|never|without|didn't)\\s+(?:please\\s+)?(?:ever\\s+)?(?:want(?:ing)? to\\s+|wish to\\s+|going to\\s+|you (?:even )?dare (?:to )?|(?:even )?think (?:of|about)\\s+)?(?<!can not )(?:unsubscrib\\w*|opt[ -]?out|opting out|(?:remov(?:e|ing))\\s+(?:me|us|my|our)\\b.{0,30}|tak(?:e|ing) (?:me|us) off.{0,20}|delete (?:me|us|my|our)\\b|stop\\b(?:(?!\\bbut\\b)[^,;]){0,40})`,
    `\\b${OTHERS}\\s+(?:can |to |could |should |may |might |want to |will |wish to |did )*(?:not )?(?:unsubscrib\\w*|opt[ -]?out)(?:\\s+(?:of|from) .{0,40})?`,
    `\\b(?:have |had |'ve )?(?:unsubscribed|opted out) (?:from|of) (?!your|you\\b|this|these|it\\b|all|the (?:list|news|mail|e-?mail))\\w+`,
    `\\bopt\\w*[ -]?out (?:of|from) (?:the |our |your |this )?(?:\\w+ )?(?:auto|automatic|renewal|contract|zone|clause|upgrade|extension|plan|second|price|trial|add-?on|music|background)\\w*`,
    `\\bunsub\\w* (?:from )?(?:the |our |your |my )?(?:old |other |previous |current |free )?(?:contract|auto\\w*|renewal|zone|plan)\\w*`,
    `\\b(?:before|if|when|unless|once|after) (?:i|we|you) (?:unsubscrib\\w*|opt[ -]?out)\\b`,
    `\\bunsubscrib\\w* from (?:our|my) (?:\\w+ )?(?:provider|supplier|service|plan|account|internet|tv|gym)\\w*`,
    `\\b(?:no|wait|sorry),? stop,`,
    `\\b(?:remove|take|drop)\\s+(?:me|us|my name|our name|my e-?mail|my address)\\s+(?:off|from|out of)\\s+(?:the |your |this )?(?:cc|approval|invoice|quote|quotation|order|meeting|greeting|booking|contract|group chat|call)\\w*`,
    `\\b${NOT}\\s+(?:please\\s+)?${VERB}\\s+(?:to\\s+)?(?:me|us)\\s+${LIMIT}(?!.*\\b(?:again|any ?more|ever)\\b)`,
    `\\bdo(?:n't| not) hesitate to .{0,40}`,
    `\\b(?:why|when) did (?:you|we) stop \\w+ing`,
    `\\b(?:if|unless|until) (?:you|they|we|it) (?:don't |do not )?stop\\b.{0,30}`,
    `\\bstop (?:by|over|in)\\b`,
    `\\b${NOT}\\s+write\\s+(?:me|us)\\s+off\\b`,
    // Somebody else's, who is named.
    `\\b(?:stop|cease)\\s+(?:the|your|all|sending)?\\s*(?:e-?mails?|messages?|mails?)\\s+to\\s+(?:my|our|the)\\s+(?:old\\s+|former\\s+)?(?:assistant|colleague|boss|manager|secretary|partner|reception)\\b.{0,40}\\b(?:fine|ok|okay|instead|left|mine)\\b`,
    // What they did, or somebody else, and take back.
    `\\b(?:unsubscribed|opted out|clicked|pressed|hit)\\b.{0,40}\\b(?:by (?:accident|mistake)|accidentally|was(?:n't| not) (?:me|us)|undo)\\b`,
    `\\b(?:accidentally|mistakenly)\\b.{0,20}\\b(?:unsubscribed|opted out|clicked|pressed)\\b.{0,20}`,
    `\\bremove (?:me|us) from the (?:cancellation|waiting|wait|trial|black)\\b.{0,20}`,
    `\\bno need to (?:send|mail|forward) (?:it|this|them|that)\\b.{0,20}\\b(?:i|we) (?:have|got|already|received)\\b`,
    // Somebody else's mail, which is to come to the one who writes.
    `\\bstop\\s+${VERBING}\\s+(?!me\\b|us\\b|this\\b|my\\b|our\\b|here\\b|please\\b|now\\b|any|all\\b|at\\b|to (?:me|us)\\b)\\w+\\b.{0,50}\\binstead\\b`,
    // Who did it, or somebody else did, and they want it back.
    `\\bwho (?:has |have )?(?:unsubscribed|removed|deleted|opted out)\\b.{0,20}`,
    `\\b(?:unsubscribed|removed|deleted|took) (?:me|us)\\b(?=.{0,60}\\b(?:put|add|sign|get|take) (?:me|us) (?:back|again|on)\\b)`,
    `(?<!\\b(?:sure|certain)\\b.{0,12})\\b(?:we|i)(?:'re| are| am|'m) (?:not|no longer) on (?:your|the) (?:\\w+ )?lists?\\b`,
    // Somebody else who does not stop, and what would be if they left.
    `\\b(?:they|he|she|who) (?:won't|will not|don't|do not|didn't|never|wouldn't|refuse to) (?:ever )?stop\\b.{0,30}`,
    `\\b(?:do|does) (?:you|it)\\b[^?]*\\b(?:if|when|after|once) (?:we|i)\\b[^?]*\\?`,
    `\\b(?:word|text|link|button) ["']?un-?sub\\w*["']?(?! (?:link )?(?:does|is|isn't|did|won't|never))`,
    // What we wrote, in their words.
    `\\b(?:your|the|this|last|our) (?:\\w+ )?(?:e-?mails?|mails?|messages?|texts?|footer|letter) (?:says?|said|reads?|tells? (?:me|us)|told (?:me|us))\\b[^"'.]{0,20}["'][^"']{3,80}["']`,
    // Others' writing, and to us.
    `\\b(?:stop|quit|cease) ${VERBING} (?:to )?you\\b`,
    `\\b${OTHERS} (?:should|must|may|can)(?:n't| not) be (?:contacted|e-?mailed|messaged|texted|written to|disturbed)\\b`,
    `\\b${NOT} (?:contact|write(?: to)?|e-?mail|message|disturb|bother) (?:the|our|my|him|her|them|mr|mrs|ms)\\b.{0,30}`,
    // Something else that is stopped, ended or taken away.
    `\\bstop\\s+(?!${VERBING}|${MESSAGES}|sending|receiving|getting|calling)\\w{3,}ing\\b(?!\\s+(?:(?:up|at|to|with|all|any)\\s+)?(?:me|us|my|our|this|${MESSAGES})\\b)`,
    `\\b(?:remove|delete|erase|scrub|strike|take)\\s+(?:my|our)\\s+(?:\\w+\\s+)?(?:address(?:es)?|e-?mails?|numbers?|names?|details)\\s+(?:off|from|out of|on|in)\\s+(?:the|your|our|this|that)\\s+(?:\\w+\\s+){0,2}?${PAPERS}\\b`,
    `\\bun-?sub\\w*[^,;]{0,30},? (?:but )?not (?:from )?(?:you|yours)\\b`,
    `\\bunsubscribe (?:rates?|button|link|option|page) (?:are|is|in|of|on) (?:the|your|our|my) (?:app|player|portal|account|device|website)\\b`,
  ].map((source) => new RegExp(source, 'gu')),
  marketing:
    /\b(?:marketing|promos?|promotions?|promotionals?|advert\w*|ads|offers|newsletters?|sales (?:mails?|messages?|e-?mails?|pitch\w*)|commercial (?:e-?mails?|messages?)|announcements|surveys|seasonal)\b/u,
  everything:
    /\b(?:everything|anything|whatsoever|at all|all (?:e-?mails|messages|mails|contact|communications?)|any (?:e-?mails|messages|mails|contact|communications?)|and (?:all )?(?:other )?(?:e-?mails|messages|mails))\b/u,
  keeps:
    /\b(?:(?:except|apart from|other than|but keep|keep sending|still send|besides)\s+(?:\w+\s+){0,4}?(?:invoices?|contracts?|service|renewals?|technical|important|billing|support)|only (?:write|contact|e-?mail|message|send)\w*\b.{0,25}\b(?:contracts?|invoices?|renewals?|service|billing|technical)|(?:invoices?|contracts?|service messages?|renewal\w*(?: \w+)?|technical \w+|billing) (?:are|is) (?:fine|ok|okay|welcome))\b/u,
  goesOn:
    /(?<!\b(?:not|never|don't|longer|to)\b.{0,12})\b(?:keep (?:them|it|us|me|those|these) (?:coming|posted|informed|up to date|in the loop|updated)|(?:put|add|sign|get) (?:me|us) (?:back|again)|(?:want|like|love) to (?:keep|continue|go on) (?:get|receiv|read|hear|see)\w*|(?:still|really|do|would|'d) (?:like|love|want|enjoy) (?:to )?(?:hear|get|receive|read|see|have|your|the (?:news\w*|updates?|messages?))|we want the|(?:contact|write to|message|e-?mail|call|text|ask) (?:only )?me(?: instead| directly| only)?|(?:through|via|to) me(?: instead| only)?|(?:me|us) instead|i(?:'m| am) (?:now )?(?:the one who|the contact|in charge|taking over))\b/u,
  starts: ['start', 'unstop', 'resubscribe', 'subscribe', 'opt in', 'opt-in', 'optin', 'resume'],
  startAsks: [
    /\b(?:start|resume|continue) (?:sending|messaging|e-?mailing)\b.{0,20}\b(?:again|me|us)\b|\b(?:subscribe|sign) (?:me|us) (?:up )?again\b/u,
    /\byou (?:can|may) (?:send|write|e-?mail|message|contact)\b.{0,25}\bagain\b/u,
    /\b(?:re-?subscribe|subscribe) (?:me|us)\b/u,
    /\b(?:opt|sign) (?:me|us) (?:back )?in\b(?! up)/u,
    /\b(?:put|add) (?:me|us) back (?:on|to|in)\b.{0,20}\blist\b/u,
  ],
  courtesies:
    /^(?:(?:please|pls|plz|kindly|hi|hello|dear|sirs?|madam|team|ok|okay|and|just|no|thanks?|thx)\b[\s,.!]*)+|(?:[\s,.!]*\b(?:please|pls|plz|thanks?|thank you|thx|kindly|immediately|now|asap|team|sirs?|regards|best regards))+$/gu,
};
