// What a message is about is said to us: "that their contract ends and ask if they want a call". Its reader is "you".

/**
 * The person's words as the reader is told them: "your contract ends. Would you like a call?". "They" is the reader
 * unless several of something were named before: "our players, and their sound". Words in other languages stay.
 */
export function toReader(topic: string): string {
  const [first = '', ...others] = topic.split(ASKED);
  const parts = [first, ...others.map((part) => `ask ${part}`)].map(sayPart).filter(Boolean);
  return parts
    .map((part, at) => (at < parts.length - 1 && !/[.!?]$/.test(part) ? `${part}.` : part))
    .map((part, at) => (at > 0 ? part.charAt(0).toUpperCase() + part.slice(1) : part))
    .join(' ');
}

/** A topic of a sentence; what stands in quotes is told as it stands. */
export const toldTopic = (
  topic: string,
  { sentence, topic: whole }: { sentence: string; topic: string | null },
): string =>
  whole && /["“«„]$/u.test(sentence.slice(0, Math.max(0, sentence.indexOf(whole)))) ? topic : toReader(topic);

const ASKED =
  /[\s,;]*(?:\b(?:and|to|then|also)\s+)+(?:please\s+)?ask(?:ing)?\s+(?=(?:(?:them|everybody|everyone)\s+)?(?:if|whether|for|to)\b)/iu;

function sayPart(part: string): string {
  const asked =
    /^(?:please\s+)?ask(?:s|ing)?\s+(?:(?:them|everybody|everyone)\s+)?(if|whether|for|to)\s+(.+)$/isu.exec(
      part.trim(),
    );
  if (asked) return sayAsked(asked[1]!.toLowerCase(), asked[2]!);
  const offered = /^(?:proposes?|suggests?|offers?|proposing|suggesting|offering)\s+(.+)$/isu.exec(
    part.trim(),
  );
  return offered ? wish(offered[1]!) : toYou(part.trim());
}

function sayAsked(how: string, what: string): string {
  if (how === 'for') return wish(what);
  if (how === 'to') return `please ${toYou(what)}`;
  const [, verb = '', rest = ''] = /^they\s+(\S+)\s*(.*)$/isu.exec(what) ?? [];
  const said = toYou(rest.replace(/[\s.?!]+$/u, ''));
  const lead = QUESTIONS[verb.toLowerCase()];
  if (lead) return `${lead} ${said}?`;
  return verb ? `do you ${verb} ${said}?`.replace(/\s+\?$/, '?') : `please tell us whether ${toYou(what)}`;
}

const QUESTIONS: Readonly<Record<string, string>> = {
  want: 'would you like',
  wish: 'would you like',
  would: 'would you',
  ...Object.fromEntries(
    ['are', 'can', 'could', 'will', 'did', 'do', 'were', 'may', 'should'].map((verb) => [
      verb,
      `${verb} you`,
    ]),
  ),
};

const wish = (what: string): string => `we would be glad of ${toYou(what)}`;

/** Whoever is named in the plural before may be meant by "they". */
const NAMED =
  /\b(?:our|the|new|all|some|many|two|three|these|those|both)\s+(?:[\p{L}-]+\s+){0,2}[\p{L}-]{2,}[^su\W]s\b|\bpeople\b|\bstaff\b/iu;

function toYou(text: string): string {
  return text.replace(WORDS, (word, ...found) => {
    const at = found.at(-2) as number;
    if (NAMED.test(text.slice(0, at))) return word;
    const you = YOU[word.toLowerCase().replace('’', "'")] ?? word;
    return /^\p{Lu}/u.test(word) ? you.charAt(0).toUpperCase() + you.slice(1) : you;
  });
}

const WORDS = /(?<![\p{L}'’])(?:they['’](?:re|ve|ll|d)|they|them|themselves|theirs?)(?![\p{L}])/giu;
const YOU: Readonly<Record<string, string>> = {
  they: 'you',
  them: 'you',
  themselves: 'yourselves',
  their: 'your',
  theirs: 'yours',
  "they're": "you're",
  "they've": "you've",
  "they'll": "you'll",
  "they'd": "you'd",
};
