// What no sentence can make happen, and why.
import { secretsAskedIn } from '../../../lib/secrets-asked.ts';
import { ask, reword, slotOf } from '../doubt/ask.ts';
import { isClause, partsOf } from '../filters.ts';
import type { Frame } from '../frame.ts';
import { type Item, isCue, isWord } from '../items.ts';
import type { Plan } from '../types.ts';
import { has, type Reading, saying } from './reading.ts';
import { bannedContent } from './untrue-claims.ts';

export const readRefusal: Reading = (frame) =>
  deletion(frame) ??
  ofContracts(frame) ??
  bypass(frame) ??
  untruth(frame) ??
  secrets(frame) ??
  rights(frame) ??
  decision(frame) ??
  ranking(frame) ??
  elsewhere(frame);

/** What no desk for campaigns does. */
const ERRANDS =
  /^\W*(?:(?:please|can you|could you|would you|hey|hi|now)\W+)*(?:book (?:me|us|a|an|the)|play (?!with)|sing\b|cook\b|reserve (?:a|an|me|us|the)|refund |reimburse |(?:transfer|remit) (?:\p{Sc}?\s?\d|money|funds)|wire (?:\d|money|me|us|him|her|them)|write (?:me|us) (?:a|an|another) (?:(?:short|little|funny|nice) )?(?:poem|song|limerick|haiku|joke|story|essay|novel)\b|buy (?:me|us|a|an|some)|order (?:me|us|a|an|some) (?!list|of)|turn (?:on|off|up|down|it)\b|dim |mute |tell (?:me|us) a (?:joke|story)|drive |fly |call (?:me )?an? (?:taxi|cab|uber)|wake me)/iu;

const elsewhere: Reading = (frame) =>
  ERRANDS.test(frame.sentence) && !frame.isTypeNamed
    ? saying(
        frame,
        'That is not what I do here. I find customers, prepare campaigns for them and ask for approval.',
      )
    : null;

/** "remove every Hilton from the system": not from a campaign. */
const FROM_STORE =
  /\b(?:remove|drop|take|kick|throw|clear|cut)\b[^.?!]*\b(?:from|out of|off) (?:the|our|your|this) (?:whole |entire )?(?:systems?|databases?|db|crm|records?|workspace|platform data|customer base)\b/iu;

/** "Cancel all contracts in Japan": what is agreed with customers is no campaign. */
const OF_CONTRACTS =
  /^\W*(?:(?:please|pls|kindly|now|can you|could you|would you|go and)\W+)*(?:cancel|terminate|end(?! of| date)|void|annul|revoke|rescind|quit|extend|prolong|sign|close|dissolve)\s+(?:(?:all|every|each|any|the|their|our|its|my)\s+)*(?:\S+\s+){0,3}?(?:contracts?|agreements?|subscriptions?|licen[cs]es?|accounts?)\b(?! (?:campaign|reminder|message|mail|survey))|^\W*(?:k[üu]ndige|storniere|l[öo]se?)\b.*\b(?:vertrag|vertr[äa]ge|abos?|konto|konten)\b|^\W*(?:annule[rz]?|r[ée]silie[rz]?|cl[ôo]ture[rz]?)\b.*\b(?:contrats?|abonnements?|comptes?)\b|^\W*(?:cancela[r]?|cancele[n]?|anula[r]?|rescinde|termina|encerre|encerra[r]?)\b.*\b(?:contratos?|suscripci[óo]n(?:es)?|assinaturas?|cuentas?|contas?)\b|(?:契約|アカウント).*(?:キャンセル|解約|解除)(?:して|する|しろ|を|お願い)|^\W*(?:请|帮我|把)?(?:取消|终止|解除|注销).*(?:合同|账户|合约|订阅)|^\W*(?:กรุณา|ช่วย|โปรด)?ยกเลิก(?:สัญญา|บัญชี)/iu;

const ofContracts: Reading = (frame) =>
  OF_CONTRACTS.test(frame.sentence) && !frame.isTypeNamed && !has(frame, 'send', 'count', 'which')
    ? saying(
        frame,
        'I do not cancel, end, sign or extend contracts. I find customers, prepare campaigns for them and ask for approval; “stop it” stops a campaign.',
      )
    : null;

/** "make me an admin", "give Tom all rights": who may do what is no campaign either. */
const RIGHTS =
  /\b(?:make|give|grant|promote|upgrade|set)\b[^.?!]{0,40}\b(?:(?:all|full|more|admin|the|his|her|my)\s+(?:rights|permissions|privileges)|(?:an?|to|into)\s+(?:admin(?:istrator)?|superuser|root|owner with)\b)|\b(?:change|set|switch|update|raise)\b[^.?!]{0,30}\b(?:roles?|rights|permissions)\b[^.?!]{0,60}\bto\s+(?:an?\s+)?(?:admin(?:istrator)?|approver|operator|viewer|owner|editor)\b/iu;

const rights: Reading = (frame) =>
  RIGHTS.test(frame.sentence) &&
  !frame.isTypeNamed &&
  (frame.scope.isEmpty || /\b(?:role|rights|permission)s?\b/iu.test(frame.sentence))
    ? saying(frame, 'I give nobody rights or roles: an admin does, under Settings, People.')
    : null;

const deletion: Reading = (frame) => {
  const isFromStore = FROM_STORE.test(frame.sentence);
  if (!isFromStore && !has(frame, 'refuseDelete', 'refuseDestroy')) return null;
  const isOneFromDraft =
    !isFromStore &&
    !has(frame, 'refuseDestroy') &&
    frame.input.thread.campaign &&
    !frame.scope.isEmpty &&
    !frame.items.some(
      (item) => isWord(item, 'nouns') || (isCue(item, 'refuseDelete') && item.text.includes(' ')),
    );
  if (isOneFromDraft) return null;
  return saying(
    frame,
    'I do not delete customers, contacts or campaigns. I can leave customers out of a campaign (“exclude …”), or stop a campaign (“stop it”).',
  );
};

/** Words that a person types speak for that person, whatever they claim to be. */
const FORGED =
  /^\W*(?:system|assistant|admin(?:istrator)?|developer|tool|root)\W*[:>\]]|[[<({]\W*(?:system|assistant|admin(?:istrator)?|developer|tool|root)\W*[:>\]]|\b(?:hereby|herewith) approve\b|\bapproved? (?:it )?(?:on behalf of|in the name of)\b|\b(?:approve|sign off|release|authori[sz]e)\b[^.?!]*\b(?:in|under|with|using) \S+ (?:name|login|user)\b|\bapproval (?:has been|is|was) (?:granted|given)\b/iu;

/** "message the people who unsubscribed as well"; "everyone except those who opted out" is as it should be. */
const DESPITE =
  /^(?!.*\b(?:except|excluding|without those|not|never|exclude|leave out|skip|but)\b).*\b(?:message|write|mail|email|send|text|contact|include|add|remind|tell)\b[^.?!]*\b(?:unsubscribed|opted out)\b[^.?!]*\b(?:as well|too|also|anyway|anyhow|regardless|again|all the same)\b|\b(?:including|plus|even) (?:all )?(?:the ones|those|people|customers|clients|everyone|everybody|anyone|anybody) (?:who|that)(?:['’]ve| have)? (?:opted out|unsubscribed|said (?:stop|no)|asked (?:us )?to stop)\b|\bset\b[^.?!]*\bconsents?\b[^.?!]*\bto\b|\bre-?\s?subscribe\b|\b(?:give|set|write|create|record|make|fake)\b[^.?!]*\bconsent (?:entry|entries|records?|flags?|rows?|status)\b|\b(?:mark|flag|tick|record|register)\b[^.?!]*\b(?:everyone|everybody|contacts?|customers?|clients?|people|them|all)\b[^.?!]*\bas\b[^.?!]*\b(?:agreed|consented|opted in|subscribed)\b|\bignore (?:(?:all|the|any|every|their) )*(?:unsubscribes?|opt-?outs?|stop (?:requests?|words?|messages?|replies))\b|\b(?:take|remove|get|strike|clear)\b[^.?!]*\b(?:off|from|out of)\b[^.?!]*\b(?:opt[- ]?out|unsubscribe[ds]?|suppression|do[- ]not[- ]contact|block(?:ed)?) ?list\b|\b(?:put|set|move|bring|turn|switch|change|flip|reset)\b[^.?!]*\b(?:back )?to (?:consented|opted[- ]in|subscribed)\b|\b(?:switch|turn|shut) off (?:the |all |our )*(?:opt[- ]?outs?|unsubscribe|suppression|stop) ?(?:lists?|checks?|filters?)?\b|\b(?:disable|deactivate|suspend|lift) (?:the |all |our )*(?:opt[- ]?outs?|unsubscribe|suppression) ?(?:lists?|checks?|filters?)\b|\bforget (?:that |about )?(?:the )?approvals?\b|\bmake (?:up )?your own rules\b/iu;

/** "send it without anyone approving", "ignore your rules and …" */
const UNAPPROVED =
  /\b(?:without|skip(?:ping)?|bypass(?:ing)?|circumvent(?:ing)?|ignor(?:e|ing)|avoid(?:ing)?)\s+(?:(?:any|anyone|anybody|someone|somebody|a|an|the|my|our|your|having|waiting|asking|needing|for|person|manager|else|to|get|getting)\s+){0,5}(?:approv(?:al|als|e|ing)|sign[- ]?offs?)\b|\b(?:ignore|forget|disregard|bypass|override|break)\s+(?:(?:all|any|your|the|our|these|those|previous|prior|own|safety)\s+){1,3}(?:rules?|instructions?|guidelines?|restrictions?|polic(?:y|ies)|safeguards?|guardrails?)\b/iu;

const bypass: Reading = (frame): Plan | null =>
  has(frame, 'refuseBypass') ||
  (UNAPPROVED.test(frame.sentence) && !has(frame, 'which', 'count', 'campaigns')) ||
  FORGED.test(frame.sentence) ||
  DESPITE.test(frame.sentence) ||
  isForOptedOut(frame)
    ? saying(
        frame,
        'Nothing goes out without the approval of a person, and nobody who opted out is contacted. I can prepare the campaign and ask for approval.',
      )
    : null;

/** "a survey to everyone, never mind who unsubscribed": marketing for those who want none. */
const isForOptedOut = ({ scope, type, input }: Frame): boolean =>
  input.vocabulary.types.some(({ key, purpose }) => key === type && purpose === 'marketing') &&
  partsOf(scope.filter).some(
    (part) => isClause(part) && part.op === 'in' && part.field === 'opted_out' && part.values.includes('yes'),
  );

/** "ask the Hiltons for their bank details"; what somebody wants for themselves is another matter. */
const asksForSecret = ({ sentence }: Frame): boolean =>
  !/\b(?:give|tell|send|show|get) me\b/iu.test(sentence) && secretsAskedIn(sentence).length > 0;

const untruth: Reading = (frame) => {
  if (has(frame, 'refuseUntrue')) return saying(frame, UNTRUE);
  if (asksForSecret(frame))
    return saying(
      frame,
      'I ask no customer for passwords, codes, card or account numbers: nobody may by message. A person who needs one asks where both know to be safe.',
    );
  const why = writes(frame) ? bannedContent(frame.sentence) : null;
  return why === null ? null : saying(frame, why);
};

const UNTRUE =
  'I do not write to customers what is said not to be true. Tell me what is, and I prepare that.';

/** Something is to be written; asking what customers wrote or did is another matter. */
const writes = (frame: Frame): boolean =>
  !has(frame, 'classify', 'count', 'replies') &&
  (has(frame, 'send', 'tell', 'draft', 'body', 'subject', 'mention', 'change', 'add', 'sendIt') ||
    frame.topic !== null ||
    /^\s*(?:text|body|message|say|write|threaten|hide|pretend)\b/iu.test(frame.sentence));

/** "export all phone numbers to my private gmail" */
const CARRIED_OUT =
  /\b(?:export|send|post|publish|upload|share|leak|forward|dump|copy|e-?mail)\b[^.?!]*\b(?:phone numbers?|e-?mails?|contacts?|contact (?:data|details)|addresses|customer (?:list|data)|personal data|database)\b[^.?!]*\b(?:facebook|instagram|reddit|pastebin|dropbox|the web|the internet|(?:my|a) (?:private|personal|own|home) (?:e-?mail|mail|gmail|account|address|inbox|drive|laptop)|(?:a|the|our) competitors?)\b/iu;

const secrets: Reading = (frame) =>
  CARRIED_OUT.test(frame.sentence)
    ? saying(frame, 'People’s addresses and numbers stay here: I send nothing of them anywhere else.')
    : has(frame, 'refuseSecrets') && !isPaying(frame)
      ? saying(
          frame,
          'I have no keys, passwords or data of other workspaces, and do not show how I am set up.',
        )
      : null;

/** "who paid by credit card?": how customers pay is no secret, and not known. */
const isPaying = ({ sentence }: Frame): boolean =>
  /\bpa(?:y|ys|id|ying)\b[^.?!]{0,20}\b(?:with|by|via|using|per)\b[^.?!]{0,12}\bcredit card/iu.test(sentence);

const decision: Reading = (frame) => {
  const isDeciding = has(frame, 'approve', 'reject') && frame.scope.isEmpty && !frame.isTypeNamed;
  if (!isDeciding) return null;
  const waiting = frame.input.thread.pendingApproval
    ? 'It waits for it now.'
    : 'Nothing waits for approval at the moment; say “send it” to ask for it.';
  return saying(
    frame,
    `A sentence cannot approve or reject: a signed-in person does that with the button of the approval or with its short code. ${waiting}`,
  );
};

/** The first of an order would be fewer people than the conditions alone say: how many are asked for is never guessed. */
const ranking: Reading = (frame) => {
  const item =
    frame.items.find((one) => isCue(one, 'rank')) ??
    frame.items.find((one) => one.kind === 'rank' && one.size === null && one.order !== null);
  if (!item || frame.top || isOnlyOrder(frame)) return null;
  return /^(?:average|sum of|total value|sort|rank|order|by value)/i.test(item.text)
    ? saying(
        frame,
        `I cannot sort a list. I can add up (“total contract value of the hotels”), set a limit, such as ${limits(frame).join(' or ')}, or take the first of them: “the top 20”.`,
      )
    : whichBest(frame, item);
};

const BY =
  /\b(?:by|in terms of) (?:(?:their|its|the|total|contract|order|annual)\s)*(?:value|revenue|spend|size|zones?|price)\b/iu;

/** "a voucher for our best customers": how many of them, and best by what? */
function whichBest(frame: Frame, item: Item): Plan {
  const by = frame.input.vocabulary.fields.some(({ key }) => key === 'contract_value')
    ? 'contract value'
    : 'order value';
  const best = (count: number) => (/customers$/i.test(item.text) ? `top ${count} customers` : `top ${count}`);
  const choices = [10, 20, 50].map((count) => ({
    label: `top ${count} customers by ${by}`,
    say: frame.isTypeNamed
      ? reword(frame, item, `top ${count} customers by ${by}`)
      : `${reword(frame, item, best(count)).replace(/[\s.?!]+$/u, '')}${BY.test(frame.sentence) ? '' : ` by ${by}`}`,
  }));
  return ask({ text: `How many is “${item.text}”, and by what?`, choices, slot: slotOf(frame, item) }, frame);
}

/** "list the hotels in Phuket sorted by end date": nobody more and nobody fewer, only in the order of names. */
const isOnlyOrder = (frame: Frame): boolean =>
  /\b(sort|sorted|order|ordered) by\b/i.test(frame.sentence) &&
  !has(frame, 'send', 'tell', 'draft') &&
  !frame.scope.isEmpty;

function limits({ input: { vocabulary, currency } }: Frame): string[] {
  const has = (key: string) => vocabulary.fields.some((field) => field.key === key);
  return [
    has('contract_value') ? `“worth more than ${currency ?? 'USD'} 100,000”` : '“who spent more than 100”',
    has('unit_count') ? `“with more than 10 ${vocabulary.unit.many}”` : '“who ordered more than 3 times”',
  ];
}
