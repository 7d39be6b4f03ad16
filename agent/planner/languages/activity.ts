// What is said of customers, by language: what they did, for how long they have been with us, and what is not known of them, as
// the English words that they stand for. A campaign that stands before its verb is said with it.

type Phrases = Readonly<Record<string, string>>;

/** Each of the first with each of the second, in either order of their parts. */
const each = (first: string, second: string, between = ' '): string =>
  first
    .split('|')
    .flatMap((one) => second.split('|').map((other) => `${one}${between}${other}`))
    .join('|');

/** The same before a campaign that stands in front of it, as in German, Japanese, Chinese and Thai. */
const ofLast = (last: string, deeds: Phrases, between = ' '): Phrases =>
  Object.fromEntries(
    Object.entries(deeds).map(([english, verbs]) => [
      `${english} the last campaign`,
      each(last, verbs, between),
    ]),
  );

const DE_LAST = each(
  'auf die|auf unsere',
  'letzte kampagne|letzte nachricht|letzte mail|letzte e mail|letzte aktion|letzte umfrage',
);
const DE_LAST_SEEN = each(
  'die|unsere',
  'letzte kampagne|letzte nachricht|letzte mail|letzte e mail|letzte aktion|letzte umfrage',
);
const JA_LAST = each('前回の|最後の', 'キャンペーン|メッセージ|メール|ご案内|案内', '');

const ACTIVITY: Readonly<Record<string, Phrases>> = {
  de: {
    'with us for more than # years':
      'mehr als # jahre dabei|mehr als # jahre bei uns|mehr als # jahre kunde|seit mehr als # jahren dabei|seit mehr als # jahren bei uns|seit mehr als # jahren kunde|seit uber # jahren dabei|langer als # jahre dabei|langer als # jahre bei uns',
    'not replied':
      'nicht geantwortet|nicht reagiert|nie geantwortet|noch nicht geantwortet|nicht antworteten|keine antwort gegeben',
    replied: 'reagiert|reagierten|geantwortet',
    contacted: 'kontaktiert|angeschrieben',
    'not contacted':
      'nicht kontaktiert|nicht angeschrieben|noch nicht kontaktiert|noch nicht angeschrieben|nie kontaktiert|nie angeschrieben',
    opened: 'gelesen',
    'not opened': 'nicht geoffnet|nicht gelesen|nie geoffnet',
    ...ofLast(DE_LAST, {
      'not replied to':
        'nicht geantwortet|nicht reagiert|noch nicht geantwortet|nie geantwortet|nicht antworteten',
      'replied to': 'geantwortet|reagiert',
    }),
    ...ofLast(DE_LAST_SEEN, { 'not opened': 'nicht geoffnet|nicht gelesen', opened: 'geoffnet|gelesen' }),
    ordered: 'etwas bestellt|etwas gekauft',
    'without an end date': 'kein vertragsende hinterlegt|kein vertragsende|kein enddatum|kein ablaufdatum',
    tagged: 'mit dem tag|mit dem etikett',
  },
  fr: {
    'with us for more than # years':
      'avec nous depuis plus de # ans|chez nous depuis plus de # ans|clients depuis plus de # ans|fideles depuis plus de # ans',
    'not replied': 'pas repondu|pas encore repondu|jamais repondu|pas reagi|sans reponse',
    replied: 'repondu|reagi',
    contacted: 'contacte|contactes|contactees',
    'not contacted':
      'pas contacte|pas contactes|pas contactees|pas encore contactes|jamais contactes|avons pas contactes|avons nous pas contactes|avons nous pas contactees',
    opened: 'lu|ouvert notre message|ouvert nos messages|ouvert le message',
    'not opened': 'pas ouvert|pas lu|jamais ouvert',
    'the last campaign': each('la|notre|a la|a notre', 'derniere campagne|derniere enquete|derniere annonce'),
    'the last message': each(
      'le|notre|au|a notre',
      'dernier message|dernier mail|dernier e mail|dernier envoi',
    ),
    'never ordered': 'n ont jamais commande|jamais commande|n ont jamais achete|jamais achete',
    ordered: 'commande quelque chose|achete quelque chose',
    'without an end date':
      'n ont pas de date de fin de contrat|n ont pas de date de fin|pas de date de fin de contrat|pas de date de fin',
    tagged: 'avec l etiquette|etiquetes',
  },
  es: {
    'with us for more than # years':
      'llevan mas de # anos con nosotros|con nosotros desde hace mas de # anos|clientes desde hace mas de # anos|mas de # anos con nosotros',
    'not replied':
      'no han respondido|no respondieron|no ha respondido|no han contestado|no contestaron|nunca respondieron|nunca han respondido|sin respuesta',
    replied: 'respondido|respondieron|han respondido|contestado|contestaron|han contestado',
    contacted: 'contactado|contactamos|hemos contactado',
    'not contacted': 'no hemos contactado|no contactamos|nunca hemos contactado|no hemos escrito',
    opened: 'leido|leyeron|abrieron el mensaje|abierto el mensaje|abrieron nuestro mensaje',
    'not opened': 'no han abierto|no abrieron|no han leido|no leyeron',
    'the last campaign': each('a la|la|nuestra|a nuestra', 'ultima campana|ultima encuesta'),
    'the last message': each('al|el|nuestro|a nuestro', 'ultimo mensaje|ultimo correo|ultimo envio'),
    ordered: 'pedido algo|han pedido algo|pidieron algo|compraron algo|han comprado algo|comprado algo',
    'without an end date':
      'no tienen fecha de fin de contrato|no tienen fecha de fin|no tienen fecha de vencimiento',
    tagged: 'con la etiqueta|etiquetados como|etiquetadas como|etiquetados con',
    spent: 'gastaron|han gastado',
  },
  pt: {
    'with us for more than # years':
      'conosco ha mais de # anos|connosco ha mais de # anos|clientes ha mais de # anos|mais de # anos conosco',
    'not replied':
      'nao responderam|nao tem respondido|nao respondeu|nunca responderam|nunca respondeu|sem resposta',
    replied: 'responderam|respondeu|respondido',
    contacted: 'contactamos|contatamos|contactado|contatado|contactados|contatados',
    'not contacted':
      'nao contactamos|nao contatamos|nunca contactamos|nunca contatamos|nao foram contactados|nao foram contatados',
    opened: 'leram|abriram a mensagem|abriram o e mail|abriram nossa mensagem',
    'not opened': 'nao abriram|nao leram|nao abriu',
    'the last campaign': each('a|nossa|a nossa', 'ultima campanha|ultima pesquisa'),
    'the last message': each('ao|o|nosso|ao nosso', 'ultimo e mail|ultimo email|ultimo envio'),
    ordered: 'pediram algo|compraram algo|fizeram algum pedido',
    'without an end date':
      'nao tem data de fim de contrato|nao tem data de fim|nao tem data de termino|nao tem data de vencimento',
    tagged: 'com a etiqueta|etiquetados como|com a tag',
    spent: 'gastaram|gastou',
    'never ordered': 'nunca pediram|nunca compraram',
  },
  th: {
    'with us for more than # years':
      'ที่อยู่กับเรามากกว่า # ปี|อยู่กับเรามากกว่า # ปี|ที่เป็นลูกค้ามากกว่า # ปี|เป็นลูกค้ามากกว่า # ปี|ที่ใช้บริการมากกว่า # ปี',
    'not replied':
      'ที่ยังไม่ตอบกลับ|ที่ไม่ตอบกลับ|ที่ยังไม่ได้ตอบ|ที่ไม่ได้ตอบ|ที่ยังไม่ตอบ|ที่ไม่ตอบ|ยังไม่ตอบกลับ|ไม่ตอบกลับ|ยังไม่ได้ตอบ|ไม่ได้ตอบ|ยังไม่ตอบ|ไม่ตอบ|ไม่เคยตอบ|ที่ไม่เคยตอบ',
    replied: 'ที่ตอบกลับ|ตอบกลับมา|ตอบกลับแล้ว|ที่ตอบแล้ว',
    'not contacted': 'ที่ยังไม่ได้ติดต่อ|ที่ไม่ได้ติดต่อ|ยังไม่ได้ติดต่อ|ไม่ได้ติดต่อ|ที่เราไม่ได้ติดต่อ|ที่เรายังไม่ได้ติดต่อ',
    'not opened': 'ที่ยังไม่เปิดอ่าน|ที่ไม่เปิดอ่าน|ยังไม่เปิดอ่าน|ไม่เปิดอ่าน|ที่ยังไม่ได้อ่าน|ยังไม่ได้อ่าน',
    'the last campaign': 'แคมเปญล่าสุด|แคมเปญที่แล้ว|แคมเปญครั้งล่าสุด|ข้อความล่าสุด|ครั้งล่าสุด',
  },
  ja: {
    'with us for more than # years':
      '#年以上契約している|#年以上契約の|#年以上お取引のある|#年以上ご利用の|#年以上利用している',
    'not replied':
      '返信のない|返信がない|返信していない|まだ返信していない|返事のない|返事がない|回答のない|回答していない|未返信の|返信のなかった',
    replied: '返信した|返信のあった|返信があった|返事のあった|回答した',
    'not contacted': '連絡していない|まだ連絡していない|連絡をとっていない|連絡を取っていない',
    'not opened': '開封していない|未開封の|まだ読んでいない',
    opened: '開封した',
    ...ofLast(
      JA_LAST,
      {
        'not replied to':
          'に返信していない|に返信のない|に返信がない|に回答していない|に返事がない|に返信しなかった',
        'replied to': 'に返信した|に回答した',
        'not opened': 'を開封していない|を開いていない|を読んでいない',
        opened: 'を開封した|を開いた',
      },
      '',
    ),
  },
  zh: {
    'with us for more than # years': '合作超过#年的|合作超过#年|合作#年以上的|合作#年以上|签约超过#年的',
    'not replied': '没有回复|没回复|未回复|还没回复|尚未回复|从未回复|没有答复|没有回应',
    replied: '回复过|回复了|已回复|有回复',
    'not contacted': '没有联系|没联系|未联系|没有联系过|没联系过|从未联系|还没联系',
    contacted: '联系过|已联系',
    'not opened': '没有打开|没打开|未打开|没有阅读|未读',
    opened: '打开过消息|打开了消息|读过消息',
    'the last campaign':
      '上次活动|上一次活动|上次营销活动|最近一次活动|上次的活动|上一条消息|上次的消息|上次消息|上一封邮件',
  },
};

export const activityPhrases = (code: string): Phrases => ACTIVITY[code] ?? {};
