// "take the Hyatts out", "put Hilton Rayong back": the particle moves to its verb, where the lexicon knows the two.
import type { Token } from './tokens.ts';

const VERBS = new Set('take leave put set bring add kick throw cut pull keep get push count drop'.split(' '));
const PARTICLES = new Set(['out', 'off', 'back', 'away', 'aside']);
// "take them out"; "put it out" says something else.
const TAKING = new Set(['take', 'leave', 'keep', 'kick', 'throw', 'cut', 'pull', 'drop']);
const PRONOUNS = new Set(['it', 'that', 'this', 'them', 'those', 'these']);
/** "get the malls whose contracts run out", "put together a win-back": the particle of another word. */
const OWN =
  /^(?:run|runs|ran|running|fall|fell|opt|opts|opted|sold|phased|came|come|coming|win|log|logged|signed)$/;
// A name is rarely longer, a list of them hardly.
const FURTHEST = 14;

export function joinSplitVerbs(tokens: readonly Token[]): Token[] {
  const joined = [...tokens];
  for (let at = 0; at < joined.length; at++) {
    const verb = joined[at]!;
    if (!VERBS.has(verb.word)) continue;
    if (verb.word === 'drop' && dropsALine(joined, at)) continue;
    const particle = particleOf(joined, at);
    if (particle !== null) joined.splice(at + 1, 0, ...joined.splice(particle, 1));
  }
  return joined;
}

/** "drop the Marriotts a line": writes to them, and takes nobody out. */
function dropsALine(tokens: Token[], verbAt: number): boolean {
  const rest = tokens.slice(verbAt + 1, verbAt + FURTHEST);
  const mark = rest.findIndex(({ kind }) => kind === 'mark');
  const clause = mark < 0 ? rest : rest.slice(0, mark);
  const noun = clause.findIndex(
    ({ word }, at) => at > 1 && MESSAGES.has(word) && ['a', 'an', 'another'].includes(clause[at - 1]!.word),
  );
  if (noun < 0) return false;
  tokens[verbAt] = { ...tokens[verbAt]!, word: 'send', stem: 'send' };
  const at = verbAt + 1 + noun;
  if (tokens[at]!.word === 'line') tokens[at] = { ...tokens[at]!, word: 'message', stem: 'message' };
  return true;
}
const MESSAGES = new Set('line note mail email message text word letter card reminder survey'.split(' '));

function particleOf(tokens: readonly Token[], verbAt: number): number | null {
  for (let at = verbAt + 1; at < Math.min(tokens.length, verbAt + FURTHEST); at++) {
    const { word, text } = tokens[at]!;
    if (VERBS.has(word) || ['.', ';', '!', '?'].includes(text)) return null;
    if (!PARTICLES.has(word) || OWN.test(tokens[at - 1]!.word)) continue;
    const between = tokens.slice(verbAt + 1, at);
    const isSplit = between.some((token) => token.kind === 'word' && !PRONOUNS.has(token.word));
    const isPointing = word === 'out' && TAKING.has(tokens[verbAt]!.word) && between.length > 0;
    const isGiven = ['get', 'push'].includes(tokens[verbAt]!.word);
    return isPointing || (isSplit && (isGiven || tokens[at + 1]?.word !== 'to')) ? at : null;
  }
  return null;
}
