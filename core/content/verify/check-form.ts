// What can be judged without knowing the facts: leftovers, length, the way out, the call to action.
import { plural } from '../../../lib/text.ts';
import { UNKNOWN_MARK } from '../liquid.ts';
import type { Finding } from './finding.ts';
import { paragraphsOf, remembered } from './paragraphs.ts';

const UNKNOWN = 'Put the field in {% if … %}, or leave it out.';

const TAG = 'a template tag';
const LEFTOVERS: readonly [RegExp, string][] = [
  [/\{\{|\}\}|\{%|%\}/, TAG],
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
  const said = text.replace(/\n--\n/, '\n');
  return LEFTOVERS.flatMap(([pattern, what]): Finding[] => {
    const found = pattern.exec(said);
    return found
      ? [
          {
            severity: 'error',
            place,
            message: `There is ${what} in the text: "${found[0].trim()}".`,
            repair: UNKNOWN,
            words: found[0].trim(),
            // A tag that is left over cannot be told from those that are none.
            ...(what === TAG ? {} : { fix: { do: 'replace', with: '' } as const }),
          },
        ]
      : [];
  });
}

const ACTIONS =
  /\b(?:reply|replying|respond|answer|confirm|let us know|tell us|write to us|call us|contact us|get in touch|send us|choose|book|click|visit)\b|\b(?:antwort|bestätig|ruf|schreib|meld)\p{L}*|\b(?:répond|confirm|contact|appel|écri)\p{L}*|\b(?:respond|confirm|contact|llám|escrib|conteste)\p{L}*|\b(?:respond|confirm|contat|ligue|escrev)\p{L}*|ตอบ|ยืนยัน|ติดต่อ|แจ้ง|返信|ご連絡|お知らせください|ご確認|回复|回覆|联系|聯繫|确认|確認/iu;

const asks = remembered((text) => ACTIONS.test(text));

export const hasCallToAction = (text: string): boolean => paragraphsOf(text).some(asks);

const WAYS_OUT =
  /\bSTOP\b|unsubscribe|opt[ -]?out|abmelden|abbestellen|désabonn|désinscri|darse de baja|cancelar|ยกเลิก|配信停止|退订|取消订阅|退訂/iu;

const tellsWayOut = remembered((text) => WAYS_OUT.test(text));

export const hasWayOut = (text: string): boolean => paragraphsOf(text).some(tellsWayOut);

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
