// What a sentence is made of once its words are understood.
import type { Filter } from '../../core/audience/filter.ts';
import type { LexiconKind, Sense } from './lexicon/lexicon.ts';
import type { Customer } from './names/customer-names.ts';
import type { Direction, Period } from './time/period.ts';

/** A condition on customers. Facets that name customers (brand, type …) are heads; the others describe. */
export type ClauseItem = {
  kind: 'clause';
  facet: string;
  filter: Filter;
  isHead: boolean;
  /** What "not" before it means, where that is more than the opposite: "not before July" is from July on. */
  opposite?: Filter;
  /** What a value is a part of: the brands above a brand. */
  within?: readonly string[];
  /** The groups that own the brand. */
  groups?: readonly string[];
  /** Said by a part of its name, beside the whole that it belongs to: "Sofitels, the Legend ones". */
  isShort?: boolean;
  /** The currency that its amount was said in, and where. */
  currency?: { value: string; start: number; end: number };
};
/** A date of a field: "expiring in October". Without a period it is an open question. */
export type DatedItem = { kind: 'dated'; field: string; direction: Direction; period: Period | null };
/** A period by itself: a date of the field that is meant, or when to send. */
export type PeriodItem = {
  kind: 'period';
  period: Period | null;
  time: string | null;
  clock: 'local' | 'ours' | null;
};

type Meaning =
  | ClauseItem
  | DatedItem
  | PeriodItem
  | { kind: 'customer'; customers: readonly Customer[] }
  | { kind: 'ambiguous'; options: readonly { label: string; instead: string }[] }
  /** An order and how many of it; one without a number says what another goes by. */
  | {
      kind: 'rank';
      field: string;
      order: 'highest' | 'lowest' | null;
      size: { count: number } | { percent: number } | null;
    }
  | { kind: 'now' }
  | { kind: 'type'; type: string }
  | { kind: 'channel'; channel: string }
  | { kind: 'address'; channel: string; address: string }
  | { kind: 'role'; role: string }
  | { kind: 'word'; senses: readonly Sense[] }
  | { kind: 'mark' }
  /** `campaign`: where it names one that nothing is known of. */
  | { kind: 'unknown'; campaign?: { start: number; end: number } };

/** `start` and `end` count tokens; `text` is English where the sentence is in another language. */
export type Item = Meaning & { start: number; end: number; text: string };

export const isWord = (item: Item | undefined, kind: LexiconKind, ...values: string[]): boolean =>
  item?.kind === 'word' &&
  item.senses.some((sense) => sense.kind === kind && (values.length === 0 || values.includes(sense.value)));

export const isCue = (item: Item | undefined, ...cues: string[]): boolean => isWord(item, 'cues', ...cues);

/** Facets that share one dimension are alternatives to each other: "in Bangkok or Vietnam". */
export const facetOf = (field: string): string =>
  ['city', 'country', 'region'].includes(field) ? 'place' : field;

const HEADS = new Set(['brand', 'owner_group', 'type', 'name']);
export const isHeadField = (field: string): boolean => HEADS.has(field);

export const clauseItem = (field: string, filter: Filter): ClauseItem => ({
  kind: 'clause',
  facet: facetOf(field),
  filter,
  isHead: isHeadField(field),
});
