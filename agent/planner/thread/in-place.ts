// Words of an earlier sentence said otherwise: "the Fairview Lodges" as "the Avanis".

const DETERMINER = 'the|all|our|my|those|these|every';
const LED = new RegExp(String.raw`^(?:${DETERMINER}|customers?)\b`, 'iu');
const LEADING = new RegExp(String.raw`\b(?:${DETERMINER})\s+$`, 'iu');

/** The new words bring their own article. */
export function inPlaceOf(
  sentence: string,
  { start, end }: { start: number; end: number },
  text: string,
): string {
  const before = sentence.slice(0, start);
  return `${LED.test(text) ? before.replace(LEADING, '') : before}${text}${sentence.slice(end)}`;
}
