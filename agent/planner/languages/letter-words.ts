// What people ask of a letter in other languages, by what it is called in English; "$1" is what they name.
import { REQUESTS } from './letter-requests.ts';

const NUMBERS: readonly (readonly [string, string])[] = [
  ['2', '2|zwei|deux|dos|dois|duas|สอง|二|两|兩|2つ|二つ'],
  ['3', '3|drei|trois|tres|três|สาม|三|3つ|三つ'],
  ['4', '4|vier|quatre|cuatro|quatro|สี่|四|4つ|四つ'],
  ['5', '5|fünf|cinq|cinco|ห้า|五|5つ|五つ'],
];
const NUMBER = `(${NUMBERS.map(([, words]) => words).join('|')})`;
/** あとに続く依頼: the polite ending of a Japanese request. */
const JA = '(?:して(?:ください|ほしい)?)?';

/** Sources of expressions for a whole sentence, without capitals. */
const PHRASES: Readonly<Record<string, readonly string[]>> = {
  'make it shorter': [
    '(?:mach (?:es|ihn|sie) )?(?:etwas |viel |deutlich )?(?:kürzer|knapper)',
    '(?:fais(?:-le)? |rends-le )?(?:un peu )?plus (?:court|courte|bref)',
    '(?:hazlo |ponlo )?(?:un poco )?más (?:corto|corta|breve)',
    '(?:faz |deixa-o |torna-o )?(?:um pouco )?mais (?:curto|curta|breve)',
    '(?:ทำให้|ขอให้|ขอ|เขียนให้)?(?:มัน)?สั้น(?:ลง|กว่านี้)(?:หน่อย)?',
    `(?:もっと|もう少し)?短く${JA}`,
    '(?:写|改)?得?(?:更|再)?短(?:一点|一些|点)',
  ],
  'make it warmer': [
    '(?:mach (?:es|ihn|sie) )?(?:etwas |viel )?(?:wärmer|herzlicher|freundlicher|persönlicher)',
    '(?:rends-le )?(?:un peu )?plus (?:chaleureux|chaleureuse|amical|cordial)',
    '(?:hazlo )?(?:un poco )?más (?:cálido|cálida|cercano|cercana|amable)',
    '(?:deixa-o )?(?:um pouco )?mais (?:caloroso|calorosa|próximo|amigável)',
    '(?:ทำให้|ขอให้|ขอ|เขียนให้)?(?:อบอุ่น|เป็นกันเอง)(?:ขึ้น|กว่านี้|มากขึ้น)(?:หน่อย)?',
    `(?:もっと|もう少し)?(?:温かく|親しみやすく|やわらかく)${JA}`,
    '(?:更|再)?(?:亲切|热情|温暖)(?:一点|一些)',
  ],
  'make it more formal': [
    '(?:mach (?:es|ihn|sie) )?(?:etwas |viel )?(?:förmlicher|formeller|offizieller)',
    '(?:rends-le )?(?:un peu )?plus formel(?:le)?',
    '(?:hazlo )?(?:un poco )?más formal',
    '(?:deixa-o )?(?:um pouco )?mais formal',
    '(?:ทำให้|ขอให้|ขอ|เขียนให้)?(?:เป็น)?ทางการ(?:ขึ้น|กว่านี้|มากขึ้น)(?:หน่อย)?',
    `(?:もっと|もう少し)?(?:丁寧|フォーマル)に${JA}`,
    '(?:更|再)?正式(?:一点|一些)',
  ],
  'leave out the price': [
    '(?:ohne|lass(?:t)?|nenne?) (?:den |die |keinen |keine )?preise?(?: weg| nicht)?',
    '(?:sans (?:le )?prix|(?:retire|enlève|supprime) le prix|ne mentionne pas le prix)',
    '(?:sin (?:el )?precio|quita el precio|no menciones el precio)',
    '(?:sem (?:o )?preço|tira o preço|remove o preço|não menciones? o preço)',
    '(?:ไม่ต้อง|อย่า)(?:บอก|ใส่|ระบุ|พูดถึง)ราคา|ลบราคา(?:ออก)?',
    '(?:価格|料金|値段)[はを](?:書かないで|入れないで|載せないで|抜いて|省いて)(?:ください)?',
    '(?:不要|别)(?:写|提)价格|去掉价格',
  ],
  'make $1 variants': [
    `(?:mach|erstelle|schreibe?) (?:mir )?${NUMBER} (?:varianten|versionen)`,
    `(?:fais|crée|écris) ${NUMBER} (?:variantes|versions)`,
    `(?:haz|crea|escribe) ${NUMBER} (?:variantes|versiones)`,
    `(?:faz|faça|cria|crie|escreve) ${NUMBER} (?:variantes|variações|versões)`,
    `(?:ทำ|สร้าง|เขียน) ?${NUMBER} ?(?:แบบ|เวอร์ชัน)`,
    `${NUMBER}(?:つ|種類|個|案)?の?(?:バリエーション|パターン)を?(?:作って|作成して|書いて)(?:ください)?`,
    `(?:做|写|创建|建立)${NUMBER}个(?:版本|方案)`,
  ],
  'drop the variants': [
    '(?:ohne|entferne|lösche|streiche) (?:die |alle )?varianten',
    '(?:sans|supprime les|enlève les) variantes',
    '(?:sin|quita las|elimina las) variantes',
    '(?:sem|remove as|tira as) (?:variantes|variações)',
    '(?:ลบ|ไม่เอา|ไม่มี)(?:แบบอื่น|เวอร์ชันอื่น)',
    `バリエーションを?(?:なしに|削除)${JA}`,
    '(?:删除|去掉|不要)(?:其他)?(?:版本|方案)',
  ],
  'remove the offer': [
    '(?:ohne|kein|entferne das|streiche das|nimm das) angebot(?: heraus| weg)?',
    "(?:sans |retire l[’']|supprime l[’']|enlève l[’'])offre",
    '(?:sin|quita la|elimina la) oferta',
    '(?:sem|remove a|tira a) oferta',
    '(?:ลบ|ไม่เอา|ไม่มี)ข้อเสนอ',
    `(?:特典|オファー)[をは]?(?:なしに|なしで|削除)${JA}`,
    '(?:删除|去掉|不要)优惠',
  ],
  'offer: $1': [
    '(?:angebot|offre|oferta) ?: ?(.{3,290})',
    'ข้อเสนอ ?[:：] ?(.{3,290})',
    '(?:特典|オファー|优惠) ?[:：] ?(.{3,290})',
  ],
  'remove the picture': [
    '(?:ohne|kein|entferne das|nimm das) bild(?: heraus| weg)?',
    "(?:sans (?:image|photo)|pas d[’']image|(?:retire|supprime|enlève) (?:l[’']image|la photo))",
    '(?:sin|quita la|elimina la) (?:imagen|foto)',
    '(?:sem|remove a|tira a) (?:imagem|foto)',
    '(?:ลบ|ไม่เอา|ไม่มี)(?:รูป|ภาพ)',
    `(?:画像|写真)[をは]?(?:なしに|なしで|削除)${JA}`,
    '(?:删除|去掉|不要)(?:图片|照片)',
  ],
  'put the $1 picture on top': [
    '(?:setze?|nimm|zeige?|stelle?) (?:oben )?das bild (?:„|“|")?(.{2,60}?)(?:“|”|")?(?: oben(?: drauf)?| darüber| dazu)?',
    '(?:mets|ajoute|utilise) (?:l[’\']image|la photo) (?:« ?|")?(.{2,60}?)(?: ?»|")?(?: en haut)?',
    '(?:pon|añade|usa) la (?:imagen|foto) "?(.{2,60}?)"?(?: arriba)?',
    '(?:põe|coloca|coloque|usa) a (?:imagem|foto) "?(.{2,60}?)"?(?: em cima| no topo)?',
    '(?:ใส่|ใช้)(?:รูป|ภาพ) ?(.{2,60}?)(?: ?(?:ด้านบน|ไว้ข้างบน))?',
    '(.{1,60}?)の?(?:画像|写真)を(?:上に)?(?:入れて|使って|載せて)(?:ください)?',
    '(?:把|用|加上)(.{1,60}?)的?(?:图片|照片)(?:放在(?:上面|最上面))?',
  ],
};

const FORMS = [...Object.entries(PHRASES), ...Object.entries(REQUESTS)].flatMap(([english, phrases]) =>
  phrases.map((phrase) => ({ english, form: new RegExp(`^(?:${phrase})$`, 'iu') })),
);
const COURTESY =
  /^(?:bitte|s[’']il (?:te|vous) plaît|por favor|ช่วย|โปรด|请|請)[,\s]*|[,\s]*(?:bitte|s[’']il (?:te|vous) plaît|por favor|ด้วย(?:ครับ|ค่ะ)?|ครับ|ค่ะ|吧)$/giu;

/** What is asked of the letter, in English; null where it is none of these. */
export function letterWords(sentence: string): string | null {
  const said = sentence
    .trim()
    .replace(/[.!。！\s]+$/u, '')
    .replace(COURTESY, '');
  for (const { english, form } of FORMS) {
    const match = form.exec(said);
    if (!match) continue;
    const named = match.slice(1).find((one) => one !== undefined) ?? '';
    const number = NUMBERS.find(([, words]) => words.split('|').includes(named.toLowerCase()))?.[0];
    const mark = english.startsWith('title:') ? (/\s*!+(?=\s*$)/.exec(sentence)?.[0] ?? '') : '';
    return english.replace('$1', () => `${number ?? named}${mark}`);
  }
  return null;
}
