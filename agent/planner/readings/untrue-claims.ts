// What a message may not say, whoever asks: a judgement on kinds of content, not on single sentences. Each has the
// reason that the person is told; what stands in the workspace cannot make any of it true.

type Ban = { why: string; words: RegExp };

const NOT = "(?:not|n['’]?t|never)";

const BANS: readonly Ban[] = [
  {
    why: 'I do not write to customers what is said not to be true. Tell me what is, and I prepare that.',
    words: new RegExp(
      [
        String.raw`\b(?:although|though|even though|even if|but|while)\s+(?:it|this|that|they|there|we|he|she)(?:['’]?s)?\s*(?:is|are|was|were|do|does|did|has|have|had|will|would)?\s*${NOT}\b(?!\s+(?:only|just|expire|renew|answer|open|reply|order|contact))`,
        String.raw`\b(?:is|are|was|${NOT}) (?:actually |really |strictly )?(?:untrue|false|not true|no such)\b|\b${NOT} (?:actually |really |strictly |quite )?true\b`,
        String.raw`\bthey have ${NOT} but\b|\bmade[- ]up\b|\b(?:is|it['’]?s|it is) a (?:lie|bluff)\b|\b(?:invent|fabricate|fake)\s+(?:a|an|some|that|the)\b|\bget clicks\b|\bgets clicks\b`,
        String.raw`\bobwohl (?:es|das) nicht\b|\bbien que ce (?:ne )?soit pas\b|\bm[êe]me si c['’]est faux\b|\baunque no (?:es|sea|lo es)\b|\bembora n[ãa]o seja\b|不是真的|本当ではない|嘘|ไม่เป็นความจริง|ไม่จริง`,
      ].join('|'),
      'iu',
    ),
  },
  {
    why: 'I do not threaten customers with the authorities or the law: nothing recorded here shows such a case. A person writes to them, if there is one.',
    words:
      /\b(?:police|court|criminal|prison|jail|arrest(?:ed)?|prosecut\w+|bailiffs?|lawsuits?|legal action|sued?|suing|blacklist(?:ed|ing)?)\b.*\b(?:unless|if|or else|until|because|so that|due|fine|when)\b|\b(?:police|court) (?:fine|order|case)|\b(?:unless|or else|otherwise|or)\b.*\b(?:police|court|lawyers?|lawsuit|sue|sued|legal action|prosecut\w+|fined)\b|\bthreat(?:en|ens|ening)?\b/iu,
  },
  {
    why: 'I do not promise cures, certain profits or anything without a risk: nothing recorded here can support it.',
    words:
      /\b(?:cures?|heals?|curing|healing)\b.*\b(?:illness|disease|cancer|depression|anxiety|pain|insomnia|patients?|guests?|stress|covid|sick\w*)\b|\b(?:guarantee[sd]?|guaranteed|certain|proven|sure)\b.*\b(?:revenue|profits?|sales|income|returns?|turnover|bookings|growth|results?)\b|\b(?:revenue|profits?|sales|income|turnover|bookings)\b.*\b(?:guaranteed?|for sure|without fail|percent|%|double[sd]?|triple[sd]?)|\b(?:clinically|medically|scientifically) (?:proven|tested)\b|\b(?:100 ?%|completely|totally) (?:safe|risk[- ]free)\b|\b(?:recommended|approved|certified|endorsed) by (?:doctors?|the (?:government|ministry|who|police))\b/iu,
  },
  {
    why: 'I do not write a subject that feigns an answer or a failure only to be opened. Say what the message is about.',
    words:
      /\bsubject\b[^a-z]*(?:\w+\s+){0,3}["“'‘]?\s*(?:re|fwd?|aw)\s*:|\bso (?:that )?they (?:open|click)\b/iu,
  },
  {
    why: 'I write in your name only, never as somebody else.',
    words:
      /\b(?:pretend(?:ing)? (?:to be|we are|you are|it is|it comes)|pos(?:e|ing) as|impersonat\w+|as if (?:we|it|you|they) (?:were|was|are|is|came|comes|come)|(?:look|looks|appear|appears|seem|seems) (?:like|as if|as though) (?:it|they|this|that)\b.*\b(?:comes?|came|sent|written)|under (?:the name|another name)|sign(?:ed)? (?:it )?as (?:the )?(?:\p{Lu}|gm|general|government|police|bank))/iu,
  },
  {
    why: 'I do not announce prizes that nobody recorded. If there is one, say what it is and from when, without “won”.',
    words: /\b(?:they|you)(?:['’]ve| have)? (?:just |all )?won\b|\b(?:lottery|jackpot|sweepstakes?)\b/iu,
  },
  {
    why: 'I do not set a deadline that is only there to hurry people. A real one I write as it is: say the date and what happens then.',
    words:
      /\b(?:stops?|ends?|cut off|switched off|turned off|shut (?:off|down)|disconnected|deleted|suspended|goes (?:off|silent|dead))\b.*\b(?:tonight|today|tomorrow|this (?:hour|minute|evening)|in (?:an|one|24|48) hours?|immediately|right away)\b.*\b(?:unless|if they do ?n['’]?o?t|or else|otherwise)\b|\b(?:unless|or else)\b.*\b(?:stops?|cut off|switched off|turned off|shut (?:off|down)|disconnected|deleted)\b.*\b(?:tonight|today|tomorrow|in (?:an|one|24|48) hours?|immediately)\b|\b(?:scare|frighten|panic|shock|trick|fool|mislead|deceive|con) (?:them|the|all|our|people|customers|everybody|everyone)\b|\bfalse (?:urgency|alarm|deadline|claim)/iu,
  },
];

/** Why a message of this content is refused; null for anything that may be said. */
export const bannedContent = (text: string): string | null =>
  BANS.find(({ words }) => words.test(text))?.why ?? null;
