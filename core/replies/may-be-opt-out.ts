import { plainText } from '../../lib/text.ts';

// Something about messages beside something about stopping, in one sentence: too little to act on, enough to ask.
const HINTS: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\b(?:stop\w*|no more|enough|don't|do not|never|not|unwanted|annoy\w*|tired|sick of|remove\w*|delete\w*|block\w*|quit|end|cease|without|nobody asked|burden|why (?:do|are) you|too many)\b/u,
    /\b(?:e-?mail\w*|mail\w*|messag\w*|text(?:s|ing)|newsletters?|spam\w*|contact\w* (?:me|us)|mailing|lists?|correspondence|privacy|data|gdpr|subscri\w*|permission|consent|promotions?|marketing)\b/u,
  ],
  [/ไม่|หยุด|เลิก|อย่า|ยกเลิก|รำคาญ|ลบ/u, /ข้อความ|อีเมล|เมล|โฆษณา|ส่งมา|ติดต่อมา|รายชื่อ|สแปม|ข้อมูลส่วนตัว/u],
  [
    /ない|停止|不要|やめ|止め|解除|削除|迷惑|拒否/u,
    /メール|連絡|メッセージ|配信|広告|宣伝|リスト|個人情報|登録/u,
  ],
  [
    /不|别|別|停|取消|删|刪|烦|煩|勿/u,
    /邮件|郵件|短信|簡訊|信息|訊息|消息|广告|廣告|骚扰|騷擾|名单|名單|隐私|隱私|订阅|訂閱/u,
  ],
  [
    /\b(?:nicht|kein\w*|stopp\w*|genug|lösch\w*|entfern\w*|hör\w* auf|nie)\b/u,
    /\b(?:e-?mails?|mails?|nachrichten|werbung|newsletter|verteiler|liste|daten|datenschutz|spam|kontakt\w*)\b/u,
  ],
  [
    /(?:^|[^\p{L}])(?:ne|n'|pas|plus|stop|arr[eê]t\w*|assez|supprim\w*|retir\w*|cess\w*)/u,
    /\b(?:e-?mails?|mails?|messages?|courriels?|pubs?|publicit\S*|newsletters?|listes?|données|spam|rgpd)\b/u,
  ],
  [
    /\b(?:no|dej\w*|basta|par(?:en|ar)|elimin\w*|borr\w*|nunca|quit\w*)\b/u,
    /\b(?:correos?|e-?mails?|mensajes?|publicidad|lista|datos|spam|bolet\S*)\b/u,
  ],
  [
    /(?:^|[^\p{L}])(?:não|nao|parem?|chega|remov\w*|tir\w*|exclu\w*|nunca|cancel\w*)/u,
    /(?:^|[^\p{L}])(?:e-?mails?|mensage\w*|publicidade|propaganda|lista|dados|spam|cadastro)/u,
  ],
];

/** Whether a person should look at a text for a wish that `findOptOut` did not see in it. Never acted on by itself. */
export const mayBeOptOut = (text: string): boolean =>
  plainText(text)
    .split(/[.!?。！？\n;]/u)
    .some((sentence) => HINTS.some(([stop, about]) => stop.test(sentence) && about.test(sentence)));
