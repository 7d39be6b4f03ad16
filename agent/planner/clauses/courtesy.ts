// What is only polite at the beginning, in sentences or with a mark of its own: "Guten Morgen! …", "Thank you. It should …".
// What follows is the request; where nothing does, the courtesy is all that was said.

const GREETINGS = [
  '(?:good )?morning|good (?:afternoon|evening)|(?:hi|hello|hey|hiya)(?: (?:there|again|team|all|everyone|everybody|folks|refrain))?',
  String.raw`(?:i )?hope (?:all|everything|you|you all|everyone)(?: (?:is|are|['’]re))?(?: (?:doing|all|having))* (?:good|well|fine|great|a (?:good|great|nice) \w+)`,
  'guten (?:morgen|tag|abend)|(?:hallo|moin|servus)(?: zusammen| team)?|bonjour(?: à tous)?|salut|buenos días|buenos dias|buenas(?: tardes| noches)?|hola(?: equipo)?|bom dia|boa (?:tarde|noite)|olá|ola',
  'สวัสดี(?:ครับ|ค่ะ|คะ)?|おはようございます|こんにちは|お疲れ様です|お疲れさまです|早上好|上午好|下午好|你好|您好',
].join('|');
/** A thing may be thanked for behind a comma, so these end in a full stop. */
const THANKS = [
  '(?:many )?thanks(?: (?:a lot|so much|very much|again))?|thank you(?: (?:very much|so much|again))?|great|perfect|excellent|wonderful|lovely|super|brilliant|nice one|well done|good|very good',
  'danke(?: schön| dir| ihnen)?|vielen dank|perfekt|prima|merci(?: beaucoup)?|parfait|(?:muchas )?gracias|perfecto|(?:muito )?obrigad[oa]|perfeito',
  'ขอบคุณ(?:ครับ|ค่ะ|คะ)?|ありがとうございます|ありがとう|了解です|谢谢',
].join('|');
const COURTESY = new RegExp(
  String.raw`^\s*(?:(?:${GREETINGS})\s*[,.!…~。！、，]+|(?:${THANKS})\s*[.!…~。！]+)\s*(?!what(?:['’]?s| is) (?:up|new|on)|anything new|any news)(?=\S.{2})`,
  'iu',
);
/** "wait, who is that?": a question that comes in between, and nothing that shall wait. */
const BEFORE_QUESTION =
  /^\s*(?:wait|hang on|hold on|one (?:sec|second|moment)|hm+|um+)[\s,.…–—-]+(?=(?:who|what|which|how many|how much|why|when|where|is|are|does|do|did) (?!about\b).*\?\s*$)/iu;

/** "… in Malaysia? Many thanks in advance." */
const CLOSING =
  /(?<=.{9}[.!?\n])\s*(?:(?:many |thanks? and |with )?(?:thanks|thank you|thx|cheers|merci|danke|vielen dank|gracias|obrigad[oa])(?: (?:a lot|so much|very much|again|d['’]avance|im voraus))?(?: in advance)?)[.!\s]*$/iu;

export function withoutCourtesy(said: string): string {
  let rest = said.replace(CLOSING, '');
  for (let next = cut(rest); next !== rest; next = cut(rest)) rest = next;
  return rest;
}

const cut = (said: string): string => said.replace(COURTESY, '').replace(BEFORE_QUESTION, '');
