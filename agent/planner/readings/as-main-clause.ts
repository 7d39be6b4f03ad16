// "dass die Rechnung morgen kommt" as somebody would say it by itself: "Die Rechnung kommt morgen."

const PRONOUN = /^(?:ich|du|er|[Ss]ie|es|wir|ihr|man|das|dies)$/u;
const DETERMINER =
  /^(?:die|der|das|ein|eine|unser|unsere|mein|meine|sein|seine|ihr|ihre|dein|deine|kein|keine|alle)$/u;
const PREFIX =
  /^(zurück|vorbei|weiter|fest|auf|aus|ein|mit|nach|vor|her|hin|los|weg|an|ab|bei|zu)(\p{Ll}{3,})$/u;
/** What goes on with the subject: "die Rechnung für November". */
const JOINED = /^(?:von|vom|für|des|der|aus|über|zum|zur|mit|und|oder|an|auf|in|im|zu)$/u;
const JOINED_TO = /^(?:und|oder)$/u;
/** They begin as if they could be parted. */
const WHOLE = /^(?:antwort|einig|beinhalt|beirr|beicht|ander|anal)/u;

/**
 * The clause with its verb in the second place; null where it is not plain what stands first: the person who asked is
 * asked for the words then. They see what is made of it before they approve it.
 */
export function asMainClause(clause: string): string | null {
  const words = clause
    .trim()
    .replace(/[.!]+$/u, '')
    .split(/\s+/u);
  const subject = subjectLength(words);
  const verb = words.at(-1)!;
  const isPlain = subject > 0 && words.length >= subject + 1 && /^\p{Ll}+$/u.test(verb);
  if (!isPlain || /[,;:?]/u.test(clause)) return null;
  const [, prefix, stem] = WHOLE.test(verb) ? [] : (PREFIX.exec(verb) ?? []);
  const said = [
    ...words.slice(0, subject),
    stem ?? verb,
    ...words.slice(subject, -1),
    ...(prefix ? [prefix] : []),
  ].join(' ');
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
}

/** How many words the subject has: a pronoun, or a determiner with what is written small and the noun behind it. */
function subjectLength(words: readonly string[]): number {
  const [first = '', second = ''] = words;
  if (DETERMINER.test(first)) {
    const noun = words.findIndex((word, at) => at > 0 && /^\p{Lu}/u.test(word));
    const isWhole = !JOINED.test(words[noun + 1] ?? '');
    if (isWhole && (noun === 1 || (noun === 2 && /(?:e|en|er|es)$/u.test(second)))) return noun + 1;
  }
  return PRONOUN.test(first) && !JOINED_TO.test(second) ? 1 : 0;
}
