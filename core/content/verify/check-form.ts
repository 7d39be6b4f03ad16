// What can be judged without knowing the facts: leftovers, links, length, subject, the way out, the call to action.
import { plural } from '../../../lib/text.ts';
import type { ChannelForm } from '../channel-form.ts';
import { UNKNOWN_MARK } from '../liquid.ts';
import type { Finding } from './finding.ts';

const UNKNOWN = 'Put the field in {% if … %}, or leave it out.';

const LEFTOVERS: readonly [RegExp, string][] = [
  [/\{\{|\}\}|\{%|%\}/, 'a template tag'],
  [/\[[\p{L}_][\p{L}\p{N}_ '’-]{0,40}\]|<[a-z_]+ ?[a-z_]*>/iu, 'a placeholder in brackets'],
  [/\$\{[^}]*\}|%[A-Z_]{3,}%|%\(?[a-z_]+\)?s\b/, 'a placeholder'],
  [/\b(?:null|undefined|NaN|Infinity)\b|\[object \w+\]/, 'a value that is not there'],
  // In capitals: "todo" is a word of Spanish and Portuguese.
  [/\b[Xx]{3,}\b|\bTODO\b|\bTBD\b|\b[Ll]orem ipsum\b/, 'a note for later'],
  [/\(\s*\)|\[\s*\]|“\s*”|:\s*,|\bthe the\b/, 'an empty hole'],
  // A dash after a colon, alone on its line or before a full stop stands for "unknown".
  [/(?:^|[:(])[^\S\n]*[—–-]+[^\S\n]*(?=$|[.,;)])/m, 'a dash in place of a value'],
];

export function checkLeftovers(text: string, place: Finding['place']): Finding[] {
  if (text.includes(UNKNOWN_MARK)) {
    return [
      {
        severity: 'error',
        place,
        message: 'The text prints something that is not known here.',
        repair: UNKNOWN,
      },
    ];
  }
  return LEFTOVERS.flatMap(([pattern, what]): Finding[] => {
    const found = pattern.exec(text.replace(/\n--\n/, '\n'));
    return found
      ? [
          {
            severity: 'error',
            place,
            message: `There is ${what} in the text: "${found[0].trim()}".`,
            repair: UNKNOWN,
            words: found[0].trim(),
            fix: { do: 'replace', with: '' },
          },
        ]
      : [];
  });
}

const LINK = /\b[a-z][a-z0-9+.-]{1,30}:\/\/[^\s<>"]+|\bwww\.[^\s<>"]+|\b(?:javascript|data):[^\s<>"]+/giu;
// Most texts hold none, and these tell so at a glance: looking for each kind at every word took a tenth of the time.
const MAY_LINK = /:\/\/|www\.|javascript:|data:/i;
const MAY_BARE = /[a-z0-9-]\.[a-z]/i;

const BARE =
  /(?<![\p{L}\p{N}@.-])(?:[a-z0-9-]+\.)+(?:com|net|org|info|biz|io|co|app|link|shop|site|xyz|ly|me|example)\b(?:\/[^\s<>"]*)?/giu;
const MAILBOX = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;

/** An address states nothing; whether it may stand there is checked by itself. */
export const withoutLinks = (text: string): string => (MAY_LINK.test(text) ? text.replace(LINK, ' ') : text);

type LinkInput = { raw: string; masked: string; allowed: readonly string[]; mailboxes: readonly string[] };

/** Links outside the list; one inside a name is found in `raw`, one that only looks like a name is not. */
export function checkLinks({ raw, masked, allowed, mailboxes }: LinkInput): Finding[] {
  const isAllowed = (link: string) =>
    allowed.some(
      (one) =>
        link === one ||
        link.replace(/[).,;!?]+$/, '') === one ||
        ['/', '?', '#'].some((next) => link.startsWith(`${one.replace(/\/+$/, '')}${next}`)),
    );
  const mayMail = masked.includes('@');
  const links = [
    ...(MAY_LINK.test(raw) ? raw.matchAll(LINK) : []),
    ...(MAY_BARE.test(masked) ? withoutLinks(masked).replace(MAILBOX, ' ').matchAll(BARE) : []),
  ];
  const foreign = [...new Set(links.map(([link]) => link))].filter((link) => !isAllowed(link));
  const strange = [...(mayMail ? masked.matchAll(MAILBOX) : [])]
    .map(([box]) => box)
    .filter((box) => !mailboxes.includes(box));
  return [...foreign, ...strange].map((link) => ({
    severity: 'error',
    place: 'body',
    message: `The text holds "${link.slice(0, 80)}", which is not one of the workspace's own addresses.`,
    repair: 'Use an address that the settings allow, or leave it out.',
    words: link,
    fix: { do: 'replace', with: '' },
  }));
}

type Titled = { masked: string; form: Pick<ChannelForm, 'family' | 'maxTitle'> };

export function checkSubject(
  subject: string | undefined,
  { masked, form: { family, maxTitle } }: Titled,
): Finding[] {
  const wrong = (message: string, severity: Finding['severity'] = 'error'): Finding => ({
    severity,
    message,
    place: 'subject',
    repair: 'Say plainly what the message is about.',
  });
  if (!subject?.trim())
    return [wrong(family === 'email' ? 'The e-mail has no subject.' : 'The message has no title.')];
  const longest = maxTitle ?? 200;
  // Of scripts that have no capitals nothing is loud.
  const isShouting = (masked.match(/\p{Lu}/gu)?.length ?? 0) >= 6 && !/\p{Ll}|\p{Lo}/u.test(masked);
  return [
    ...(/^\s*(?:re|fwd?|aw|wg|tr|antw|sv|rv|res|enc)\s*(?:\[\d+\])?\s*[:：]|^\s*(?:回复|转发|返信|転送)\s*[:：]/i.test(
      subject,
    )
      ? [wrong('The subject pretends to answer or to forward something.')]
      : []),
    ...(isShouting ? [wrong('The subject is all in capitals.')] : []),
    ...(/!{2,}|\?{2,}|[!?]{3,}/.test(subject)
      ? [wrong('The subject has repeated exclamation or question marks.')]
      : []),
    ...(/[\r\n]/.test(subject) ? [wrong('The subject has more than one line.')] : []),
    ...(subject.length > longest ? [wrong(`The subject is longer than ${longest} characters.`)] : []),
  ];
}

// Words that press where nothing presses: every language's own.
const URGENCY =
  /\b(?:urgent(?:e|ly)?|act (?:now|fast|today)|last chance|final (?:notice|warning|call)|(?:only|just) today|today only|hurry|don['’]t miss|immediate (?:action|attention)|limited time|before it['’]s too late|expires (?:today|tonight|soon)|dringend|letzte chance|nur heute|jetzt handeln|dernière chance|aujourd['’]hui seulement|última (?:oportunidad|chance)|(?:solo|só) ho(?:y|je))\b|ด่วน|โอกาสสุดท้าย|วันนี้เท่านั้น|至急|緊急|本日限り|最後のチャンス|紧急|最后机会|仅限今天/iu;

type Pressing = { author: 'template' | 'person' | 'writer'; purpose: 'service' | 'marketing' };

/** False urgency: of what a person says of a service they may know that it is true. */
export function checkUrgency(masked: string, { author, purpose }: Pressing): Finding[] {
  const found = URGENCY.exec(masked);
  if (!found) return [];
  const mayBeTrue = author !== 'writer' && purpose === 'service';
  return [
    {
      severity: mayBeTrue ? 'warning' : 'error',
      place: 'subject',
      message: `The subject presses with “${found[0]}”.`,
      repair: 'Say by when, and why, instead.',
      words: found[0],
      fix: { do: 'replace', with: '' },
    },
  ];
}

const ACTIONS =
  /\b(?:reply|replying|respond|answer|confirm|let us know|tell us|write to us|call us|contact us|get in touch|send us|choose|book|click|visit)\b|\b(?:antwort|bestätig|ruf|schreib|meld)\p{L}*|\b(?:répond|confirm|contact|appel|écri)\p{L}*|\b(?:respond|confirm|contact|llám|escrib|conteste)\p{L}*|\b(?:respond|confirm|contat|ligue|escrev)\p{L}*|ตอบ|ยืนยัน|ติดต่อ|แจ้ง|返信|ご連絡|お知らせください|ご確認|回复|回覆|联系|聯繫|确认|確認/iu;

export const hasCallToAction = (text: string): boolean => ACTIONS.test(text);

const WAYS_OUT =
  /\bSTOP\b|unsubscribe|opt[ -]?out|abmelden|abbestellen|désabonn|désinscri|darse de baja|cancelar|ยกเลิก|配信停止|退订|取消订阅|退訂/iu;

export const hasWayOut = (text: string): boolean => WAYS_OUT.test(text);

export function checkLength(
  text: string,
  { max, channel }: { max: number | null; channel: string },
): Finding[] {
  if (max === null || text.length <= max) return [];
  return [
    {
      severity: 'error',
      place: 'body',
      message: `The text has ${plural(text.length, 'character')}; ${channel} takes ${max.toLocaleString('en')}.`,
      repair: 'Shorten it, or choose e-mail.',
      fix: { do: 'shorten' },
    },
  ];
}
