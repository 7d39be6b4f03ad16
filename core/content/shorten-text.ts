// A person's own text made shorter: courtesies go, sentence by sentence, as far as every check still holds. What states
// anything, or asks for something, is theirs to cut.
import { SENTENCE_END } from '../../lib/sentence-end.ts';
import { tidy } from './liquid.ts';
import { hasCallToAction } from './verify/check-form.ts';

/** What a sentence begins with that says nothing but thanks, hope or good wishes. */
const COURTESIES = new RegExp(
  `^(?:${[
    "thank you|thanks|many thanks|a big thank-you|we (?:really )?(?:hope|wish you|look forward|appreciate)|i hope|hope (?:you|this)|looking forward|it (?:is|was|has been) (?:a|our|always a) pleasure|do(?: not|n[’']t) hesitate|have a (?:great|nice|lovely)",
    'vielen dank|herzlichen dank|danke|wir (?:hoffen|danken)|wir wünschen|es ist uns eine freude',
    "merci (?:pour|beaucoup|de votre)|nous (?:vous remercions|espérons|vous souhaitons)|c[’']est un plaisir|n[’']hésitez pas|au plaisir",
    'gracias|muchas gracias|(?:le|les|te) agradecemos|esperamos que|es un placer|no dude|(?:le|les|te) deseamos',
    'obrigad[oa]|muito obrigad[oa]|agradecemos|esperamos que|é um prazer|não hesite|desejamos',
    'ขอขอบคุณ|ขอบคุณ|เราหวัง|หวังว่า|ขอให้ท่าน',
    '(?:いつも|日頃|平素)|今後とも|誠にありがとう|ありがとう',
    '(?:衷心|非常)?感谢|谢谢|希望您|祝您',
  ].join('|')})`,
  'iu',
);
/** Of a sentence that says something beside. */
const SAYS_MORE =
  /\d|https?:|[?？;；:：]|(?:,| and| und| et| y| e) (?:and|but|please|we|our|und|aber|bitte|wir|et|mais|nous|y|pero|e|mas)\b|\b(?:please|bitte|note)\b|ですが|ますが|，(?:但|请|我们)/iu;
const LONGEST = 160;

type Judge = {
  /** Named in what is left where they are named now. */
  names: readonly string[];
  isSound: (body: string) => boolean;
};

/** The text without the courtesies that can go, until it is half as long. */
export function shortenText(body: string, { names, isSound }: Judge): string {
  const sentences = body.split('\n\n').slice(1, -1).flatMap(sentencesOf);
  const [courtesies, rest] = [sentences.filter(mayGo), sentences.filter((one) => !mayGo(one))];
  // A letter of thanks is about nothing else.
  if (rest.every(hasCallToAction)) return body;
  return courtesies.reduce((text, sentence) => {
    if (text.length <= body.length / 2) return text;
    const without = tidy(
      text
        .replace(sentence, () => '')
        .replace(/ {2,}/g, ' ')
        .replace(/^ +/gm, ''),
    );
    const isNamed = names.every((name) => !body.includes(name) || without.includes(name));
    return isNamed && isSound(without) ? without : text;
  }, body);
}

const sentencesOf = (paragraph: string): string[] => paragraph.split(SENTENCE_END).filter(Boolean);

const mayGo = (sentence: string): boolean =>
  sentence.length <= LONGEST &&
  (/[.!…。！]$/u.test(sentence) || /^\p{Script=Thai}/u.test(sentence)) &&
  COURTESIES.test(sentence) &&
  !SAYS_MORE.test(sentence) &&
  !hasCallToAction(sentence);
