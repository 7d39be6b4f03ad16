// How people speak into a phone and type without looking: "uh", "full stop", "hav", "more then twise".
import { ownValue } from '../../../lib/own-value.ts';
import { stem, type Token } from '../tokens.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const HESITATING = words('um uh umm uhm uhh umh erm er ehm ahem hmm hm mmm aeh ahm');

/** What is written for somebody. */
const WRITTEN = words('msg message mail email renewal reminder survey note campaign notice draft list');

/** Marks as they are spoken; "period" is a word of its own. */
const SPOKEN: Readonly<Record<string, string>> = {
  'new line': '.',
  'next line': '.',
  'new paragraph': '.',
  'full stop': '.',
  'question mark': '?',
  'exclamation mark': '!',
};

/** The commonest little words, too short to be found by their likeness. */
const SLIPS: Readonly<Record<string, string>> = {
  hav: 'have',
  hv: 'have',
  hw: 'how',
  hwo: 'how',
  mny: 'many',
  mnay: 'many',
  teh: 'the',
  hte: 'the',
  adn: 'and',
  nad: 'and',
  fo: 'for',
  fro: 'for',
  fr: 'for',
  wiht: 'with',
  wth: 'with',
  whit: 'with',
  waht: 'what',
  wat: 'what',
  wht: 'what',
  wich: 'which',
  dis: 'this',
  xpiring: 'expiring',
  xpire: 'expire',
  xpires: 'expires',
  whcih: 'which',
  thsi: 'this',
  taht: 'that',
  tht: 'that',
  abuot: 'about',
  abt: 'about',
  becuase: 'because',
  bc: 'because',
  cn: 'can',
  shud: 'should',
  wud: 'would',
  cud: 'could',
  yu: 'you',
  plz: 'please',
  plase: 'please',
  pleae: 'please',
  pelase: 'please',
  twise: 'twice',
  technic: 'technical',
  technics: 'technical',
  informations: 'information',
  infos: 'information',
  adress: 'address',
  feedbacks: 'feedback',
  tow: 'two',
  thre: 'three',
  eahc: 'each',
  evry: 'every',
  evryone: 'everyone',
  ahve: 'have',
  haev: 'have',
  sned: 'send',
  snd: 'send',
  dratf: 'draft',
  darft: 'draft',
  lsit: 'list',
  lst: 'list',
  shwo: 'show',
  mial: 'mail',
  frm: 'from',
  thier: 'their',
  beofre: 'before',
  befor: 'before',
  untill: 'until',
  nxt: 'next',
  mnth: 'month',
  montn: 'month',
  yr: 'year',
  yrs: 'years',
  wk: 'week',
  wks: 'weeks',
  custs: 'customers',
  cust: 'customer',
  cstmrs: 'customers',
  htls: 'hotels',
  pts: 'points',
  rnwl: 'renewal',
  rnwls: 'renewals',
  rstrnts: 'restaurants',
  mth: 'month',
  mths: 'months',
  ths: 'this',
  meny: 'many',
  svy: 'survey',
  srvy: 'survey',
  surver: 'survey',
  soz: 'sorry',
  ya: 'you',
  tonite: 'tonight',
  tmw: 'tomorrow',
  tmr: 'tomorrow',
  pleas: 'please',
  lmk: 'list',
  sth: 'something',
  smth: 'something',
};

/** The same words without hesitating, with spoken marks as marks and the commonest slips put right. */
export function plainlyTyped(tokens: readonly Token[]): Token[] {
  const plain: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    const next = tokens[at + 1];
    const year = yearAt(tokens, at);
    if (year) {
      plain.push(year.token);
      at = year.end - 1;
      continue;
    }
    // "renewal msgs 4 the Hyatts"
    if (token.text === '4' && WRITTEN.has(plain.at(-1)?.stem ?? '') && next?.kind === 'word') {
      plain.push({ ...token, word: 'for', stem: 'for', kind: 'word' });
      continue;
    }
    const mark = next && ownValue(SPOKEN, `${token.word} ${next.word}`);
    if (mark) {
      plain.push({ ...token, text: mark, word: mark, stem: mark, kind: 'mark', end: next.end });
      at++;
    } else if (isOne(token, next)) {
      plain.push({ ...token, word: 'everyone', stem: 'everyone', end: next!.end });
      at++;
    } else if (littleWord(token, next))
      plain.push({ ...token, word: littleWord(token, next)!, stem: littleWord(token, next)!, kind: 'word' });
    else if (isPoint(tokens, at)) at++;
    else if (!HESITATING.has(token.word)) plain.push(putRight(token, plain.at(-1)));
  }
  return plain.length > 0 ? plain : [...tokens];
}

/** "evry1" */
const isOne = (token: Token, next: Token | undefined): boolean =>
  /^ev?e?ry$/.test(token.word) && next?.text === '1' && next.start === token.end;

/** "renewals 4 all gyms", "mail 2 my hotels" */
const littleWord = ({ text }: Token, next: Token | undefined): string | null =>
  /^(all|ev?e?ry|ev?e?ryone|everybody|our|my|the)$/.test(next?.word ?? '')
    ? ({ '4': 'for', '2': 'to' }[text] ?? null)
    : null;

const UNITS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** "twenty twenty seven" as the year. */
function yearAt(tokens: readonly Token[], at: number): { token: Token; end: number } | null {
  const [first, second, third] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  const unit = UNITS.indexOf(third?.word ?? '-');
  const isTwice = first!.word === 'twenty' && second?.word === 'twenty';
  if (!isTwice || unit < 1) return null;
  const year = String(2020 + unit);
  return {
    token: { ...first!, text: year, word: year, stem: year, end: third!.end, kind: 'number' },
    end: at + 3,
  };
}

/** "1) list the hotels": the number of a point. */
const isPoint = (tokens: readonly Token[], at: number): boolean =>
  /^[1-9]$/.test(tokens[at]!.text) &&
  (tokens[at + 1]?.text === ')' || (tokens[at + 1]?.text === '.' && isNumbered(tokens))) &&
  (at === 0 || tokens[at - 1]!.kind === 'mark' || isNumbered(tokens)) &&
  !tokens.slice(0, at).some(({ text }) => text === '(');

/** "1. survey 2. all gyms": point after point. */
const isNumbered = (tokens: readonly Token[]): boolean =>
  ['1', '2'].every((point) => tokens.some(({ text }, at) => text === point && tokens[at + 1]?.text === '.'));

function putRight(token: Token, before: Token | undefined): Token {
  if (token.kind !== 'word' || /^\p{Lu}/u.test(token.text)) return token;
  const isThan = token.word === 'then' && COMPARING.has(before?.word ?? '');
  const right = isThan ? 'than' : ownValue(SLIPS, token.word);
  return right ? { ...token, word: right, stem: stem(right) } : token;
}

const COMPARING = words(
  'more less fewer greater bigger larger smaller higher lower longer later earlier other rather',
);
