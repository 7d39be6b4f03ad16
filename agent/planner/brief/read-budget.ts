// What a campaign may cost, as a brief says it in any of the languages.
import { toMinor } from '../../../lib/money.ts';

export type Budget = { minor: number; currency: string };

const UNIT = String.raw`[A-Z]{3}\b|baht|euros?|dollars?|pounds?|yen|บาท|円|元|€|฿|£|\$|¥`;
const AMOUNT = String.raw`(?:(?:${UNIT})\s?)?\d[\d.,]*\d*\s?(?:k\b|m\b|thousand\b|million\b|mil\b|万|萬)?\s?(?:${UNIT})?`;
const CODE = String.raw`(?:THB|EUR|USD|GBP|JPY|CNY|CHF|SGD|AUD|NZD|CAD|HKD|TWD|KRW|INR|MYR|IDR|VND|PHP|AED|BRL|MXN|SEK|NOK|DKK|PLN|CZK)\b`;
const SURE_UNIT = String.raw`${CODE}|baht|euros?|dollars?|pounds?|yen|บาท|円|元|€|฿|£|\$|¥`;
const DIGITS = String.raw`\d[\d.,]*\d*\s?(?:k\b|m\b|thousand\b|million\b|mil\b|万|萬)?`;
/** An amount of money whose currency is said. */
export const AMOUNT_WITH_UNIT = String.raw`(?:(?:${SURE_UNIT})\s?${DIGITS}|\d+(?:[.,]\d+)*\s?(?:k|m|thousand|million|mil|万|萬)?\s?(?:${SURE_UNIT})(?!\p{L}))`;
const NAMED = String.raw`budget|(?:total\s+)?costs?\s+(?:must|should|may|shall|have\s+to)\s+(?:not\s+)?(?:stay|be|remain|exceed)(?:\s+(?:below|under|within|at\s+most))?|keep\s+(?:the\s+)?costs?\s+(?:below|under|within)|max(?:imum)?\s+(?:spend|cost|budget)|spend|presupuesto|orçamento|งบประมาณ|งบ|予算|预算|預算`;
const LINK = String.raw`(?:\s*(?:of|is|was|up\s+to|at\s+most|no\s+more\s+than|max(?:imum)?|von|beträgt|bis\s+zu|de|es\s+de|d[’']|est\s+de|ไม่เกิน|は|是|为|約|约|:|：))*\s*`;
const BUDGET = new RegExp(
  String.raw`[,.;]?\s*(?:\b(?:with|and|we\s+have)\s+)?(?:\b(?:an?|the|our|total|mit\s+einem)\s+)*(?:(?<!\p{L})(?:${NAMED})${LINK}(?<said>${AMOUNT})|(?<before>${AMOUNT})(?<![.,]\s?)\s+budget(?!\w))`,
  'iu',
);

/** The amount and the text without it; `currency` is that of an amount without one. */
export function takeBudget(written: string, currency: string): { rest: string; budget: Budget | null } {
  // “1 500 €”
  const text = written.replace(/(\d)[ \u00a0\u202f](?=\d{3}(?!\d))/gu, '$1');
  const match = BUDGET.exec(text);
  const said = match?.groups?.said ?? match?.groups?.before;
  if (!match || !said) return { rest: text, budget: null };
  const whole = /^\s*(?:all\s+in|in\s+total|altogether|overall|max(?:imum)?|at\s+most)\b[^.;\n]*/i.exec(
    text.slice(match.index + match[0].length),
  );
  const end = match.index + match[0].length + (whole?.[0].length ?? 0);
  return {
    rest: `${text.slice(0, match.index)}. ${text.slice(end).replace(/^[.。,;]/, '')}`,
    budget: readMoney(said, currency),
  };
}

const WORDS: readonly (readonly [RegExp, string])[] = [
  [/฿|baht|บาท/i, 'THB'],
  [/€|euro/i, 'EUR'],
  [/\$|dollar/i, 'USD'],
  [/£|pound/i, 'GBP'],
  [/元/, 'CNY'],
  [/¥|yen|円/i, 'JPY'],
];
const SCALES: readonly (readonly [RegExp, number])[] = [
  [/\d\s?(?:k|thousand|mil)\b/i, 1000],
  [/\d\s?(?:m|million)\b/i, 1_000_000],
  [/[万萬]/, 10_000],
];
const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));

export function readMoney(text: string, fallback: string): Budget | null {
  const [, digits = ''] = /(\d[\d.,]*)/.exec(text) ?? [];
  const plain = digits.replace(/[.,]$/, '');
  // "50,000" and "1.000" in threes are thousands; any other mark begins the decimals.
  const value = Number(
    /^\d{1,3}(?:[.,]\d{3})+$/.test(plain)
      ? plain.replace(/[.,]/g, '')
      : plain.replace(/,(?=\d{3}\b)/g, '').replace(',', '.'),
  );
  const scale = SCALES.find(([form]) => form.test(text))?.[1] ?? 1;
  const code = /(?<!\p{L})\p{Lu}{3}(?!\p{L})/u.exec(text)?.[0];
  const word = WORDS.find(([form]) => form.test(text))?.[1];
  const currency = code && CURRENCIES.has(code) ? code : (word ?? fallback);
  return digits && Number.isFinite(value) ? { minor: toMinor(value * scale, currency), currency } : null;
}
