// How people take back or correct what they said, by language: the English words that they stand for, as in its own lists.
import { fold } from '../../../lib/text.ts';

type Phrases = Readonly<Record<string, string>>;

const CORRECTIONS: Readonly<Record<string, Phrases>> = {
  de: {
    sorry: 'entschuldigung|entschuldige|tschuldigung|verzeihung|ups|sorry',
    'i meant': 'ich meinte|ich meine|gemeint war|gemeint waren|gemeint sind',
    actually: 'doch|doch lieber|lieber doch|lieber|eigentlich|doch erst',
    'back in': 'wieder rein|wieder dazu|wieder hinzu|wieder aufnehmen|wieder mit rein|wieder mit dazu',
    'all of them again': 'doch alle|doch lieber alle|doch wieder alle|wieder alle|lieber doch alle',
    no: 'nein|nee',
  },
  fr: {
    sorry: 'pardon|desole|desolee|excuse moi|excusez moi|oups',
    'i meant': 'je voulais dire|je parlais de|je parlais des|je pensais aux',
    actually: 'finalement|en fait|plutot',
    'add back': 'remets|remettez|remets y|reintegre|reintegrez',
    no: 'non',
  },
  es: {
    sorry: 'perdon|perdona|perdone|disculpa|disculpe|lo siento',
    'i meant': 'queria decir|quise decir|me referia a',
    actually: 'en realidad|mejor dicho',
    'make it': 'no ,|no , mejor|no mejor',
    'add back': 'vuelve a incluir|vuelve a anadir|vuelve a meter',
  },
  pt: {
    sorry: 'desculpa|desculpe|perdao',
    'i meant': 'queria dizer|quis dizer|referia me a',
    actually: 'afinal|na verdade',
    'make it': 'nao ,',
    'add back': 'volta a incluir|volte a incluir|inclui de novo|inclua de novo',
  },
  th: {
    sorry: 'ขอโทษ|ขอโทษที|โทษที|ขอโทษครับ|ขอโทษค่ะ',
    'i meant': 'หมายถึง|หมายความว่า|ฉันหมายถึง|ผมหมายถึง',
    'back in': 'กลับมา|กลับเข้ามา|กลับเข้าไป',
    only: 'อย่างเดียว|เพียงอย่างเดียว',
    'change it to': 'เปลี่ยนเป็น|แก้เป็น',
  },
  ja: {
    sorry: 'すみません|ごめん|ごめんなさい|失礼しました',
    actually: 'やっぱり|やはり',
    'back in': '戻して|戻してください|も戻して|も入れて|も入れてください|入れて|入れてください',
    no: 'いえ|いいえ',
  },
  zh: {
    sorry: '抱歉|对不起|不好意思',
    'i meant': '我是说|我的意思是|我指的是',
    actually: '其实',
    'change it to': '改成|改为|改到|换成',
    'back in': '加回来|放回来|加回去|放回去',
  },
};

const CORRECTING = Object.values(CORRECTIONS).flatMap((phrases) =>
  `${phrases.sorry}|${phrases['i meant'] ?? ''}`.split('|').filter(Boolean),
);

/** A word of correction stands in it, in a language other than English. */
export const mayCorrect = (said: string): boolean => {
  const text = fold(said);
  return CORRECTING.some((phrase) => text.includes(phrase));
};

export const correctionPhrases = (code: string): Phrases => CORRECTIONS[code] ?? {};
