// Which version of a draft is meant: its history, what two of them say otherwise, and back to one.
import { ownValue } from '../../../lib/own-value.ts';
import type { Frame } from '../frame.ts';
import { draftsOf } from '../thread/drafts.ts';
import type { Plan } from '../types.ts';
import { type Form, form, type Said } from './forms.ts';
import { onCampaign } from './reading.ts';

const NTHS: Readonly<Record<string, number>> = {
  original: 1,
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
};
const NTH = Object.keys(NTHS).join('|');
const version = (name: string, { isBare = false } = {}): string =>
  String.raw`(?:version\s+(?:number\s+|no\.?\s*|#)?)${isBare ? '?' : ''}(?<${name}>\d{1,4})|the\s+(?<${name}Nth>${NTH})(?:\s+(?:version|draft|one))${isBare ? '?' : ''}`;
const EITHER = { isBare: true };
const AND = String.raw`\s+(?:and|to|with|against|versus|vs\.?|from|until)\s+`;
const ASKED = String.raw`(?:(?:please\s+)?(?:show|tell|list)\s+(?:me\s+|us\s+)?)?`;
const CHANGED = String.raw`(?:what\s+(?:(?:has|have|was|is|were|are)\s+)?(?:changed|different|new|edited)|what(?:['’]s|\s+(?:is|are))\s+(?:the\s+)?(?:diff|difference|differences|changes|different|new)|(?:the\s+|all\s+)?(?:diff|difference|differences|changes)|what\s+(?:did\s+(?:i|we|you|they)|(?:have\s+)?(?:i|we|you))\s+changed?)`;
const SO_FAR = String.raw`(?:\s+(?:so\s+far|until\s+now|up\s+to\s+now))?`;

export const VERSION_FORMS: readonly Form[] = [
  [
    form(
      String.raw`(?:go back|back|return|roll ?back|revert|restore)\s+(?:it\s+)?(?:to\s+)?(?:${version('from')})`,
    ),
    (frame, said) =>
      isDraft(frame) ? null : onCampaign(frame, 'restore_version', { version: numberOf(said, 'from') }),
  ],
  [
    form(
      String.raw`(?:${ASKED}${CHANGED}\s+(?:between|from)\s+(?:versions\s+)?|(?:compare|diff)\s+(?:versions\s+)?|how\s+does\s+)(?:${version('from', EITHER)})(?:\s+differ)?${AND}(?:${version('to', EITHER)})`,
    ),
    compared,
  ],
  [
    form(
      String.raw`(?:${ASKED}${CHANGED}\s+(?:since|after|from|against|compared\s+(?:to|with))|(?:compare|diff)(?:\s+(?:it|this|that|the\s+(?:draft|campaign)))?\s+(?:with|to|against)|(?:compare|diff))\s+(?:${version('from')})${SO_FAR}`,
    ),
    compared,
  ],
  [
    form(
      String.raw`${ASKED}${CHANGED}\s+(?:since|from)\s+(?:the\s+)?(?:start|beginning|outset|first\s+draft)${SO_FAR}`,
    ),
    (frame) => onCampaign(frame, 'compare_versions', { from: 1 }),
  ],
  [
    form(String.raw`${ASKED}(?:${CHANGED}\s+(?:in|with|by)|what\s+did)\s+(?:${version('to')})(?:\s+change)?`),
    (frame, said) => {
      const to = numberOf(said, 'to');
      return onCampaign(frame, 'compare_versions', to > 1 ? { from: to - 1, to } : { from: 1, to: 1 });
    },
  ],
  [
    form(
      String.raw`(?:show|list|what (?:is|are|was))(?:\s+me)?\s+(?:the\s+|all\s+)?(?:history|versions|what (?:has )?changed)|what (?:has )?changed`,
    ),
    (frame) => onCampaign(frame, 'list_versions'),
  ],
];

/** “go back to the first one” of two drafts is one of them, and no version of the one at hand. */
const isDraft = ({ sentence, input }: Frame): boolean =>
  !/\bversion\b/iu.test(sentence) && draftsOf(input.thread).length > 1;

function compared(frame: Frame, said: Said): Plan {
  const to = said.to || said.toNth ? { to: numberOf(said, 'to') } : {};
  return onCampaign(frame, 'compare_versions', { from: numberOf(said, 'from'), ...to });
}

const numberOf = (said: Said, name: string): number =>
  said[name] ? Number(said[name]) : ownValue(NTHS, said[`${name}Nth`]?.toLowerCase() ?? '')!;
