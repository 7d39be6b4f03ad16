// Which of the customer's parts a reply wants to end: a part named in a stretch of words that speaks of ending.
import { keepAnswers } from '../../lib/keep-answers.ts';
import { fold, plainText } from '../../lib/text.ts';

// Stretches end where the talk may turn: "keep the bar, drop the spa".
const TURNS =
  /[,;.!?\n，；。、！？]|\b(?:but|and|while|aber|und|mais|et|pero|y|mas|e)\b(?=.{0,40}\b(?:keep|renew|continue|drop|cancel|remove|end|not|no|behalten|verlängern|streichen|kündigen|garde\w*|renouvel\w*|supprim\w*|retir\w*|arrêt\w*|mant\w*|renov\w*|cancel\w*|quit\w*|tir\w*|remov\w*))|แต่|ส่วน|(?<=して)、?/u;
const ENDING =
  /\b(?:drop|cancel|remove|end|stop|discontinue|lose|skip|without|except|minus|excluding|not|no|don't|doesn't|leave out|take (?:out|off)|close[ds]?|closing|can go|goes|ohne|nicht|kein\w*|streich\w*|kündig\w*|rausnehm\w*|weg\w*|außer|brauchen wir nicht|sans|pas|sauf|supprim\w*|retir\w*|enlev\w*|arrêt\w*|résili\w*|sin|menos|excepto|salvo|cancel\w*|quit\w*|elimin\w*|sem|não|exceto|tir\w*|retir\w*|remov\w*)\b|ไม่|ยกเลิก|ตัด|เอาออก|ยกเว้น|เว้น|ปิด|解約|解除|削除|不要|除[いき]|以外|終了|外[しす]|やめ|取消|去掉|不要|不续|除了|停|减掉|删/u;
/** "not the spa": what is denied after keeping is ended; "do not cancel" is none of it. */
const KEEPING =
  /\b(?:don't|do not|never|nicht|ne|no|não) (?:\w+ )?(?:cancel|drop|remove|stop|end|streichen|kündigen|annul\w*|supprim\w*|canc\w*|quit\w*|tir\w*)/u;

export function readEndings(text: string, names: readonly string[]): string[] {
  if (names.length === 0) return [];
  const stretches = plainText(text).split(TURNS);
  const ended = stretches.filter((part) => ENDING.test(part) && !KEEPING.test(part)).map(unitsNamedIn);
  return names.filter((name) => ended.some((isNamed) => isNamed(name)));
}

const ASCII = /^[\p{ASCII}]+$/u;
const ASCII_WORD = /[a-z0-9]/;
const folded = keepAnswers((name) => fold(plainText(name)), 10_000);

/** Whether a text names a part: not inside another word of its script, but beside letters of another one. */
export function unitsNamedIn(text: string): (name: string) => boolean {
  const said = fold(plainText(text));
  return (name) => {
    const wanted = folded(name);
    if (!wanted) return false;
    if (!ASCII.test(wanted)) return said.includes(wanted);
    for (let at = said.indexOf(wanted); at >= 0; at = said.indexOf(wanted, at + 1)) {
      const edges = [said[at - 1] ?? ' ', said[at + wanted.length] ?? ' '];
      if (!edges.some((letter) => ASCII_WORD.test(letter))) return true;
    }
    return false;
  };
}
