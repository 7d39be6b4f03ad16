// Whether a mail server's refusal means that nobody is at the address, now or ever. Its words decide before its numbers:
// servers give 5.1.1 to full mailboxes and 5.7.1 to people who never were.

// Of a full or a shut mailbox, a sender they do not like, a text they do not like: nothing of the address.
const OTHERWISE: readonly RegExp[] = [
  /\b(over ?quota|quota (?:exceeded|violation)|exceed\w* (?:\w+ ){0,4}quota|mail ?box (?:\S+ ){0,4}(?:is )?(?:full|over|exceed)|full mail ?box|(?:not|in)(?:sufficient| enough) (?:\w+ )?(?:storage|space)|disk ?quota|out of storage|storage (?:limit|allocation|exceed)|inbox (?:is )?full|too (?:many|much) (?:mail|message)s? in|user (?:is )?over)/iu,
  /\b(spam|spf|dkim|dmarc|dnsbl|rbl|block(?:ed|list)|black ?list\w*|blocklist\w*|(?<!not )listed (?:in|at|by|on)|recipient preferences|procmail|reputation|policy|polic(?:y|ies)|virus|malware|infected|banned|relay(?:ing)?|authenticat\w+|reverse (?:dns|lookup)|ptr|rdns|greylist\w*|graylist\w*|too (?:large|big|many)|size limit|exceeds (?:the )?(?:size|maximum)|rate limit|throttl\w*|content (?:rejected|denied|filter\w*)|attachment|other mail system problem|syntax|mail loop|hop count|timed? ?out|timeout|connection (?:refused|lost|reset)|no route|network is unreachable|retry time|unsolicited|junk|bulk)/iu,
  /\b(domain of sender|sender (?:address )?(?:rejected|denied|verify|verification)|access denied|not (?:allowed|permitted|authori[sz]ed)|unauthori[sz]ed|permission|private list|posting|subscriber|moderat)/iu,
];

const ASLEEP =
  /\b(mailbox unavailable|disabled|suspended|deactivated|inactive|not active|been locked|expired account|temporarily|account (?:\S+ ){0,3}(?:closed|terminated) (?:temporar)|out of office)\b/iu;

// Nobody, nowhere, moved for good, takes no mail at all.
const GONE: readonly RegExp[] = [
  /\b(user|recipient|mail ?box|account|address(?:ee)?|name|local.?part|person|alias|member|customer|id|addr(?:ess)?e?s?)\b[^.;\n]{0,60}\b(unknown|not (?:be )?(?:found|known|exist\w*|valid|recogni[sz]ed|listed|a valid|here|registered)|n[o']t? ?exist\w*|doesn[’']?t exist|does not (?:exist|have)|do not exist|isn[’']?t (?:here|known|valid)|invalid|no longer|undeliverable|unroute?able|nonexistent)/iu,
  /\b(unknown|no such|invalid|undeliverable|non-?existent|nonexisting|not a known|bad destination|unrouteable|not a valid)\s(?:\w+[ -]){0,3}?(user|recipient|mail ?box|account|address|person|name|local|destination|alias|virtual|domain|host)/iu,
  /\b(no mail ?box (?:here|by|for)|mail ?box (?:not found|invalid)|there is no (?:such|one)|nobody (?:here )?by that name|no one by that name|this (?:user|address|account) (?:doesn|does|has|no)|has (?:moved|left)|no longer (?:valid|exists?|accept|receiv|on|active|work|a|in)|user not found|not listed in|not our (?:customer|user)|who are you|is not (?:known|a (?:known|valid))|recipnotfound|resolver\.adr|unknown-user|no valid recipients?)\b/iu,
  /\b(host (?:or domain name )?(?:unknown|not found)|unknown host|(?:name service error|domain|host)[^\n]{0,80}(?:not (?:found|reachable)|does ?n[o’']t exist|unknown|non-?existent|no such|name not found)|no such (?:domain|host)|nxdomain|null ?mx|does not accept (?:any )?(?:e?-?)?mail|no mx|unable to (?:look ?up|route)|couldn[’']?t find any host|no smtp service|couldn[’']?t find a mail exchanger|malformed or unexpected name server reply|recipient address rejected: access denied)/iu,
  /見つかりません/u,
];

// RFC 3463: no such mailbox, no such domain, no address, moved; RFC 7505: takes no mail; no way to route it there.
const NOBODY = new Set(['5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10', '5.4.4']);
// Said after the whole text was taken, or without a name: a filter of the person's own speaks like that.
const BY_FILTER = />>> DATA\b|(?:after |in reply to )end of data|\b550[ -]:\s*user unknown/iu;
// What single large services say of nobody, whenever they say it.
const CERTAIN =
  /5\.4\.1 \S+: recipient address rejected: access denied|user doesn[’']?t have an? \S+ account \(|5\.5\.0 adresse destinataire invalide|>: recipient address rejected\.?$/iu;
// Where no number stands, only words that cannot mean anything else.
const PLAIN =
  /見つかりません|domino directory|recipient name is not recogni[sz]ed|no valid recipients|domain does not exist|no smtp service|dns lookup failure|couldn[’']?t find any host|unrouteable address/iu;
const CODE = /\b5\d\d\b|\b5\.\d{1,3}\.\d{1,3}\b/;
const STATUS = /\b[45]\.\d{1,3}\.\d{1,3}\b/;

export const isCertainlyGone = (words: string): boolean => CERTAIN.test(words) && CODE.test(words);

/** Of a mailbox that is full: whatever else is said of it, somebody has it. */
export const isFull = (words: string): boolean => OTHERWISE[0]!.test(words);

/** A refusal for good has a 5 somewhere; one for now says nothing of the address. */
export function isGoneAddress(words: string): boolean {
  const status = STATUS.exec(words)?.[0];
  const isSaid = GONE.some((one) => one.test(words));
  // "4.1.1": tried until the time was over, and still nobody.
  if (status?.startsWith('4')) return status === '4.1.1' && isSaid;
  if (isCertainlyGone(words)) return true;
  // A mailbox that nobody uses any more may be woken up; one that is gone as well is not.
  const isNamed = status !== undefined && NOBODY.has(status);
  if (OTHERWISE.some((one) => one.test(words)) || (!isNamed && ASLEEP.test(words))) return false;
  if (isNamed) return true;
  if (!isSaid || BY_FILTER.test(words)) return false;
  return CODE.test(words) || PLAIN.test(words);
}
