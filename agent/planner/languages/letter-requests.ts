// What people ask of the words of a letter in other languages, by what it is called in English; "$1" is what they name.

/** A word for whom it is behind what they name: those are never passed over, so such a sentence is none of these. */
const NAMED = String.raw`((?:(?!\s(?:für|pour|para|an|aux?|aos?|chez|bei)\s|สำหรับ|ให้ลูกค้า|向け|のお客様|的客户).){2,300}?)`;
const NTH = `(?:ersten|zweiten|dritten|letzten|premier|deuxième|second|troisième|dernier|primer|segundo|tercer|último|primeiro|terceiro)`;

const LANGUAGES: Readonly<Record<string, string>> = {
  English: 'englisch|anglais|inglés|inglês|อังกฤษ|英語|英[文语]',
  Thai: 'thai(?:ländisch)?|thaïlandais|thaï|tailandés|tailandês|ไทย|タイ語|泰[文语]',
  Japanese: 'japanisch|japonais|japonés|japonês|ญี่ปุ่น|日本語|日[文语]',
  Chinese: 'chinesisch|chinois|chino|chinês|จีน|中国語|中文',
  German: 'deutsch|allemand|alemán|alemão|เยอรมัน|ドイツ語|德[文语]',
  French: 'französisch|français|francés|francês|ฝรั่งเศส|フランス語|法[文语]',
  Spanish: 'spanisch|espagnol|español|espanhol|สเปน|スペイン語|西班牙[文语]',
  Portuguese: 'portugiesisch|portugais|portugués|português|โปรตุเกส|ポルトガル語|葡萄牙[文语]',
};
const inLanguage = (name: string): readonly string[] => [
  `(?:schreibe? (?:ihnen |es |alles )?|alles )?auf (?:${name})`,
  `(?:écris(?:-leur|-le)? |écrivez(?:-leur)? |tout )?en (?:${name})`,
  `(?:escr[ií]be(?:les|lo)? |escreve(?:-lhes)? |escreva |todo |tudo )?e[nm] (?:${name})`,
  `(?:เขียน|ส่ง|ขอ)?(?:ให้)?(?:เป็น)?ภาษา(?:${name})`,
  `(?:${name})で(?:書いて|お願いします)?(?:ください)?`,
  `(?:请)?用(?:${name})(?:写|发)?`,
];

export const REQUESTS: Readonly<Record<string, readonly string[]>> = {
  'make it half as long': [
    '(?:mach (?:es|ihn|sie) )?(?:nur )?halb so lang|um die hälfte kürzer|kürze? (?:es|ihn|sie|das) (?:auf|um) die hälfte',
    '(?:rends-le |fais-le )?(?:plus court de (?:la )?moitié|deux fois (?:plus court|moins long)|(?:de )?moitié (?:plus court|moins long))|réduis(?:-le)? (?:de|à la) moitié',
    '(?:hazlo |ponlo |que sea )?(?:(?:de )?la mitad de (?:largo|extensión|longitud)|la mitad más corto)|redúcelo a la mitad',
    '(?:faz |deixa-o |deixe )?(?:(?:com )?metade do (?:tamanho|comprimento)|pela metade)|reduz(?:a|e)? (?:pela|à|para) metade',
    '(?:ทำให้|ขอให้|ขอ|เขียนให้|ย่อ(?:ให้)?|ตัดให้)?(?:มัน)?(?:สั้นลง|เหลือ|ลดลง)(?:อีก)?ครึ่ง(?:หนึ่ง|เดียว)?',
    '(?:長さを)?半分(?:の長さ|くらい|ほど)*(?:に|まで)(?:短く)?(?:して|縮めて|減らして)?(?:ください)?',
    '(?:把(?:它|长度))?(?:缩短|减)(?:到|为|成)?一半|(?:写|改)?成?一半(?:的)?长度',
  ],
  'make it longer': [
    '(?:mach (?:es|ihn|sie) )?(?:wieder |etwas )?(?:länger|ausführlicher)',
    '(?:rends-le |fais-le )?(?:un peu )?plus (?:long|détaillé)',
    '(?:hazlo |ponlo )?(?:un poco )?más (?:largo|detallado)',
    '(?:faz |deixa-o )?(?:um pouco )?mais (?:longo|comprido|detalhado)',
    '(?:ทำให้|ขอให้|ขอ|เขียนให้)?ยาว(?:ขึ้น|กว่านี้)(?:หน่อย)?',
    '(?:もっと|もう少し)(?:長く|詳しく)(?:して(?:ください)?)?',
    '(?:写|改)?得?(?:更|再)?(?:长|详细)(?:一点|一些|点)',
  ],
  'title: $1': [
    '(?:betreff|objet|sujet|asunto|assunto) ?[:：=] ?(.{2,200})',
    '(?:เปลี่ยน|ใช้)?(?:หัวข้อ|หัวเรื่อง|ชื่อเรื่อง)(?:อีเมล|เมล)?(?:เป็น| ?[:：]) ?[:：]? ?(.{2,200})',
    '件名(?:は|を)? ?[:：] ?(.{2,200})|(?:主题|主旨|标题) ?[:：] ?(.{2,200})',
    '件名を[「"]?(.{2,200}?)[」"]?に(?:して|変えて|変更して)(?:ください)?',
    '(?:把)?(?:主题|标题)(?:改成|改为|换成)[“"]?(.{2,200}?)[”"]?',
  ],
  'mention $1 in the second paragraph': [
    `(?:erwähne?|nenne?)(?:n sie)? (?:auch )?${NAMED} im ${NTH} absatz`,
    `(?:mentionne|mentionnez|évoque|ajoute) ${NAMED} (?:au|dans le) ${NTH} paragraphe`,
    `(?:menciona|mencione|añade) ${NAMED} en el ${NTH} párrafo`,
    `(?:menciona|mencione|acrescenta) ${NAMED} no ${NTH} parágrafo`,
    `(?:พูดถึง|กล่าวถึง|เอ่ยถึง) ?${NAMED} ?ใน(?:ย่อหน้า|วรรค)(?:ที่ ?)?\\S{1,5}`,
    `第?[1-3一二三](?:段落|段)目?(?:で|に) ?${NAMED}(?:について|に)(?:も)?(?:触れて|言及して)(?:ください)?`,
    `在?第[一二三1-3]段(?:里|中)?(?:提到|提一下|提及)${NAMED}`,
  ],
  'mention $1': [
    `(?:erwähne?|nenne?)(?:n sie)? (?:auch |noch )?${NAMED}`,
    `(?:mentionne|mentionnez|évoque) (?:aussi )?${NAMED}`,
    `(?:menciona|mencione) (?:también |também )?${NAMED}`,
    `(?:พูดถึง|กล่าวถึง|เอ่ยถึง|เพิ่มเรื่อง) ?(?:เรื่อง)?${NAMED}`,
    `${NAMED}(?:について|に)(?:も)?(?:触れて|言及して)(?:ください)?`,
    `(?:也)?(?:提到|提一下|提及)${NAMED}`,
  ],
  'leave out the price': ['(?:ตัด|เอา)ราคาออก'],
  'leave out the price for customers in $1': [
    '(?:ohne preise?|nenne? keinen? preise?) (?:für|bei)(?: die)?(?: kunden)? (?:in|aus) (.{2,60})|lass(?:t)? den preis (?:für|bei)(?: die)? kunden (?:in|aus) (.{2,60}) weg',
    '(?:retire|enlève|supprime) le prix pour (?:les )?clients (?:à|au|aux|en|de|du) (.{2,60})',
    '(?:quita|elimina) el precio (?:para|a) (?:los )?clientes (?:de|en) (.{2,60})',
    '(?:tira|remove|remova|retira) o preço para (?:os )?clientes (?:de|do|da|no|na|em) (.{2,60})',
    '(?:ตัด|ลบ|ไม่ต้องใส่|ไม่ต้องบอก)ราคา(?:ออก)? ?(?:สำหรับ|ให้|ของ)ลูกค้า(?:ใน|ที่) ?(.{2,40})',
    '(.{1,40}?)の(?:お客様|顧客)(?:に|へ|向け)?(?:の)?は?(?:価格|料金|値段)[はを]?(?:書かない|入れない|載せない|見せない|省い)[でて](?:ください)?',
    '(?:对|给)?(.{1,20}?)的客户(?:不要|别)(?:写|提)价格',
  ],
  'put the price back in': [
    '(?:den )?preise? (?:wieder )?(?:rein|hinein|dazu)|nenne? den preis wieder',
    '(?:remets|rajoute) le prix',
    '(?:vuelve a poner|pon otra vez) el precio',
    '(?:põe|coloca|volta a pôr) o preço(?: de volta)?',
    '(?:ใส่|เอา)ราคากลับ(?:มา|เข้าไป|คืน)*',
    '(?:価格|料金)を(?:戻して|また入れて)(?:ください)?',
    '(?:把)?价格(?:加回来|放回去|加回去)',
  ],
  'use the familiar form': [
    '(?:per du|mit du|du-form|in der du-form|sprich sie mit du an)',
    '(?:dis-leur|utilise|passe au) (?:« ?)?(?:tu|tutoiement)(?: ?»)?',
    '(?:usa|háblales de|trátalos de|con) (?:el )?(?:tú|tuteo)',
    '(?:trata-os|trate-os) por (?:tu|você)',
  ],
  'use the polite form': [
    '(?:per sie|mit sie|sie-form|in der sie-form)',
    '(?:dis-leur|utilise|passe au) (?:« ?)?(?:vous|vouvoiement)(?: ?»)?',
    '(?:usa|háblales de|con) usted',
    '(?:敬語|丁寧語)で(?:書いて)?(?:ください)?|(?:用|使用)(?:敬语|您)',
  ],
  'make it warmer': ['(?:ใช้|เขียน)(?:ภาษา|แบบ)?(?:ที่)?(?:เป็น)?กันเอง'],
  'make it more formal': ['(?:ใช้|เขียน)(?:ภาษา|แบบ)?(?:ที่)?(?:เป็น)?(?:ทางการ|สุภาพ)(?:กว่านี้|ขึ้น)?'],
  ...Object.fromEntries(
    Object.entries(LANGUAGES).map(([english, name]) => [`write it in ${english}`, inLanguage(name)]),
  ),
};
