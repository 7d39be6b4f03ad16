// Passwords, codes, card and account numbers that somebody is asked for, in eight languages.

/** `secret` is asked for by `asks`, unless the sentence is of how to keep it: to change it, never to tell it. */
type Asking = { secret: RegExp; asks: RegExp; keeps: RegExp };

const word = (words: string) => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'iu');

const ASKINGS: readonly Asking[] = [
  {
    secret: word(
      '(?:your|their|his|her|for(?: the)?) (?:[\\p{L}-]+ ){0,2}?(?:passwords?|passcodes?|passphrases?|log[- ]?in (?:details|data|credentials)|credentials|pin(?: codes?| numbers?|s)?|one[- ]time codes?|otps?|(?:credit |debit |bank )?card (?:numbers?|details|data)|credit cards?|cvvs?|bank (?:details|data|accounts?|account (?:numbers?|details))|account numbers?)',
    ),
    asks: word(
      'ask(?:ing)?|request(?:ing)?|send|give|tell|share|provide|confirm|verify|enter|type|submit|reply|answer|glad of|need|want|collect|get|obtain',
    ),
    keeps: word(
      "chang(?:e|ed|ing)|reset(?:ting)?|renew(?:ing)?|choos(?:e|ing)|forg[eo]t(?:ten)?|lost|protect(?:ing)?|never|not|(?:do|wo|does)n['’]t|nobody|no one|expir\\p{L}+",
    ),
  },
  {
    secret: word(
      '(?:ihr\\p{L}*|dein\\p{L}*|eur\\p{L}*|deren) (?:\\p{L}+ ){0,2}?(?:passw[öo]rt\\p{L}*|kennw[öo]rt\\p{L}*|geheimzahl\\p{L}*|pins?|kreditkarten?\\p{L}*|bankdaten|bankverbindung\\p{L}*|kontonummern?|zugangsdaten|anmeldedaten)',
    ),
    asks: word(
      'send\\p{L}*|schick\\p{L}*|geben|gebt|gib|nenn\\p{L}*|mitteil\\p{L}*|teilen|best[äa]tig\\p{L}*|brauch\\p{L}*|ben[öo]tig\\p{L}*|bitt\\p{L}*|frag\\p{L}*|eingeb\\p{L}*|angeb\\p{L}*|antwort\\p{L}*',
    ),
    keeps: word(
      '(?:ver)?[äa]nder\\p{L}*|zur[üu]ck(?:zu)?setz\\p{L}*|nie|niemals|nicht|niemand\\p{L}*|vergess\\p{L}*|w[äa]hl\\p{L}*',
    ),
  },
  {
    secret: word(
      '(?:votre|vos|leurs?|ton|tes) (?:\\p{L}+ )?(?:mots? de passe|codes? (?:pin|secrets?)|num[ée]ros? de carte|cartes? (?:bancaires?|de crédit)|coordonn[ée]es bancaires|identifiants(?: de connexion)?)',
    ),
    asks: word(
      'demand\\p{L}+|envoy\\p{L}+|communiqu\\p{L}+|donn(?:er|ez|e)|transme\\p{L}+|confirm\\p{L}+|indiqu\\p{L}+|saisi\\p{L}+|répond\\p{L}+',
    ),
    keeps: word(
      'chang\\p{L}+|r[ée]initialis\\p{L}+|modifi\\p{L}+|jamais|oubli\\p{L}+|ne|choisi\\p{L}+|personne',
    ),
  },
  {
    secret: word(
      '(?:sus?|tus?) (?:\\p{L}+ )?(?:contraseñas?|claves? (?:de acceso|secretas?|personal(?:es)?)|pin|n[úu]meros? de (?:tarjetas?|cuentas?)|tarjetas? de crédito|datos bancarios|credenciales)',
    ),
    asks: word(
      'p[ie]d\\p{L}+|env[ií]\\p{L}+|mand\\p{L}+|d[ií]g\\p{L}+|d[ée]n?nos|facil[ií]t\\p{L}+|confirm\\p{L}+|ind[ií]\\p{L}+|comp[aá]rt\\p{L}+|necesit\\p{L}+|solicit\\p{L}+|respond\\p{L}+',
    ),
    keeps: word('cambi\\p{L}+|restablec\\p{L}+|nunca|no|olvid\\p{L}+|elij\\p{L}+|nadie'),
  },
  {
    secret: word(
      '(?:seus?|suas?|tua|teu) (?:\\p{L}+ )?(?:senhas?|c[óo]digos? pin|n[úu]meros? d[aoe]s? (?:cart[ãa]o|cart[õo]es|conta)|cart[ãa]o de cr[ée]dito|dados banc[áa]rios|credenciais)',
    ),
    asks: word(
      'pe[çd]\\p{L}+|envi\\p{L}+|mand\\p{L}+|inform\\p{L}+|dig\\p{L}+|forne[cç]\\p{L}+|confirm\\p{L}+|compartilh\\p{L}+|precis\\p{L}+|solicit\\p{L}+|respond\\p{L}+',
    ),
    keeps: word(
      'alter\\p{L}+|tro[cq]\\p{L}+|redefin\\p{L}+|nunca|n[ãa]o|esque\\p{L}+|escolh\\p{L}+|ningu[ée]m',
    ),
  },
  {
    secret: /รหัสผ่าน|รหัส ?(?:otp|pin)|เลข(?:ที่)?บัตร|ข้อมูลบัตร|(?:เลข(?:ที่)?บัญชี|บัญชีธนาคาร)ของ(?:ท่าน|คุณ|ลูกค้า)/iu,
    asks: /ขอ|ส่ง|แจ้ง|บอก|กรอก|ยืนยัน|ตอบกลับ/u,
    keeps: /เปลี่ยน|รีเซ็ต|ไม่|อย่า|ตั้ง|ลืม|หมดอายุ/u,
  },
  {
    secret: /パスワード|暗証番号|カード番号|口座番号|ログイン情報|認証コード/u,
    asks: /教え|知らせ(?:て|くだ)|返信|入力|提供|尋ね|聞い|求め/u,
    keeps: /変更|再設定|ません|ない|忘れ|更新/u,
  },
  {
    secret: /密码|卡号|信用卡号?|(?:您|你|贵公司)的?银行账[号户]|验证码|登录信息/u,
    asks: /发|提供|告诉|告知|回复|填写|确认|索要|要求|询问|问/u,
    keeps: /修改|更改|重置|不会|切勿|请勿|不要|忘记|过期/u,
  },
];

const SENTENCES = /[.!?;\n。！？；]+/u;

/** The words by which a text asks somebody for a secret, or to ask for one; none where it does not. */
export const secretsAskedIn = (text: string): string[] =>
  text
    .split(SENTENCES)
    .flatMap((sentence) =>
      ASKINGS.filter(({ asks, keeps }) => asks.test(sentence) && !keeps.test(sentence)).flatMap(
        ({ secret }) => secret.exec(sentence)?.[0] ?? [],
      ),
    );
