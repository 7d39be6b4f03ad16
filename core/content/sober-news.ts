// News that nobody is congratulated on: a higher price, a day without service, an end. A letter tells them plainly.

const LESS = [
  String.raw`\b(?:prices?|fees?|rates?|costs?|tariffs?)\b.*\b(?:up|rise[sn]?|rising|increas\w*|rais\w*|higher|adjust\w*|chang\w*)\b`,
  String.raw`\b(?:increas\w*|rais\w*|bump\w*|adjust\w*|chang\w*)\b.*\b(?:prices?|fees?|rates?|tariffs?)\b`,
  String.raw`\bclos(?:e[sd]?|ing|ures?)\b|\bshut(?:s|ting|down)?\b|\bmaintenance\b|\boutages?\b|\bdowntime\b|\b(?:is|are|be|goes?|go|been) (?:down|off|offline|unavailable|out of (?:order|service))\b`,
  String.raw`\bunavailable\b|\bdiscontinu\w*|\bdelay\w*|\binterrupt\w*|\bsuspend\w*|\bcancel\w*|\bpostpon\w*|\bno longer\b|\bnot (?:be )?(?:available|reachable|open|working)\b|\bno (?:support|service|delivery|deliveries)\b`,
  String.raw`\b(?:ends|will end|is ending|stops|will stop|is gone|expires)\b`,
];
const SOBER = new RegExp(LESS.join('|'), 'iu');

/** Whether English words of what a letter is about are told without "we are pleased". */
export const isSober = (topic: string): boolean => SOBER.test(topic);
