// How people say that an offer has codes and how these are bounded, in the languages that sentences are understood in.

const N = String.raw`(?<limit>\d{1,3}(?:[.,]\d{3})+|\d{1,6}|ten|twenty|thirty|fifty|hundred)`;
const ONE = String.raw`(?:one|1|once|a\s+single(?:\s+one)?)`;
const CODE = String.raw`(?:(?:voucher|discount|coupon|promo|redemption)\s+)?codes?`;
const OWN = String.raw`(?:unique|individual|personal|own|single[-\s]use|one[-\s]time|personali[sz]ed|different|separate)`;
const EACH = String.raw`(?:each|every\s*one|everybody|(?:each|every)\s+(?:of\s+them|customer|one|recipient|contact|reader|client|person))`;
const HOUSES = `(?:customer|client|account|house|venue|company|hotel|gym|restaurant|business|property|site)`;
const PEOPLE = `(?:person|contact|recipient|reader|guest)`;
const VOUCHERS = `(?:vouchers?|codes?|coupons?|redemptions?|discounts?|uses?|times)`;
const REDEEMERS = String.raw`(?:customers?|people|guests?|clients?|bookings?|orders?|redemptions?|(?:that|who|to)\s+(?:reply|answer|redeem|book|order|come|sign\s+up|respond|use\s+it|claim(?:\s+it)?))`;

export type TermKind =
  | 'validity'
  | 'codes'
  | 'limit'
  | 'oncePerCustomer'
  | 'once'
  | 'prefix'
  | 'budget'
  | 'none';

/** Each stands alone between marks; `isTold` is for the readers of the letter as well. */
export const TERM_WORDS: readonly { kind: TermKind; isTold: boolean; sources: readonly string[] }[] = [
  {
    kind: 'none',
    isTold: false,
    sources: [
      String.raw`(?:without|no|drop\s+the|remove\s+the)\s+(?:any\s+)?(?:${OWN}\s+)?${CODE}`,
      String.raw`ohne\s+codes?|sans\s+codes?|sin\s+códigos?|sem\s+códigos?|ไม่(?:ต้อง)?มีโค้ด|コード(?:なし|不要)|不要(?:优惠)?码`,
    ],
  },
  {
    kind: 'validity',
    isTold: true,
    sources: [
      String.raw`(?:(?:it|this|they|(?:the|this|our)\s+(?:offer|vouchers?|discounts?|coupons?|codes?))\s+(?:(?:is|are|runs?|stays?|will\s+be)\s+)?)?(?<until>(?:valid|good|redeemable|ends?|expires?|ending|expiring)\s+(?:until|till|through|thru|up\s+to|to|on|by)\s+(?:(?:the|end|of|\d{1,4}(?:st|nd|rd|th)?|\p{L}+)\s?){1,4})`,
      String.raw`(?<until>until\s+(?:the\s+)?end\s+of\s+(?:the\s+)?(?:year|month|quarter|week|next\s+\p{L}+)|until\s+(?:(?:the|end|of)\s+)*(?:\d{1,2}(?:st|nd|rd|th)?\s+\p{L}{3,}|\p{L}{3,}\s+\d{1,2})(?:,?\s+20\d\d)?)`,
      String.raw`(?<until>(?:gültig\s+)?bis\s+(?:zum\s+|Ende\s+)?\d{1,2}\.\s?\p{L}{3,}(?:\s+20\d\d)?)`,
      String.raw`(?<until>(?:\d{4}年)?\d{1,2}月\d{1,2}日まで)(?:有効|です)?`,
      String.raw`(?<until>(?:ใช้ได้|หมดเขต|หมดอายุ)?(?:ถึง|ภายใน)?(?:วันที่)?\s*\d{1,2}\s*(?:มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม)(?:\s*\d{4})?)`,
    ],
  },
  {
    kind: 'codes',
    isTold: false,
    sources: [
      String.raw`(?:redeemable\s+|redeemed\s+)?(?:(?:(?:for|give)\s+)?${EACH}\s+)?(?:(?:with|using|by|gets?|has|have|receives?|give\s+them)\s+)?(?:an?\s+|their\s+|its\s+)?${OWN}\s+${CODE}(?:\s+(?:each|for\s+${EACH}|per\s+(?:${HOUSES}|${PEOPLE})))?`,
      String.raw`(?:each|every)\s+\p{L}+\s+(?:gets|has|receives)\s+(?:its|their|an?)\s+(?:${OWN}\s+)?${CODE}`,
      String.raw`(?:give\s+)?${EACH}\s+(?:(?:with|gets?|has|receives?)\s+)?(?:an?\s+|one\s+)?${CODE}(?:\s+of\s+(?:their|its)\s+own)?`,
      String.raw`(?:an?|one)\s+${CODE}\s+(?:each|for\s+${EACH}|per\s+(?:${HOUSES}|${PEOPLE})|of\s+(?:their|its)\s+own)|(?:with\s+)?codes`,
      String.raw`(?:jede[rs]?\s+(?:Kunde\s+)?)?(?:(?:mit|bekommt|erhält)\s+)?(?:je\s+)?(?:eine[mnr]?\s+)?(?:eigene[mnr]?|individuelle[mnr]?|persönliche[mnr]?|einmalige[mnr]?)\s+\p{L}*codes?`,
      String.raw`(?:chacun\s+)?(?:avec\s+|reçoit\s+)?(?:un\s+|des\s+)?codes?\s+(?:uniques?|personnels?|individuels?|personnalisés?)`,
      String.raw`(?:cada\s+uno\s+)?(?:con\s+|recibe\s+|com\s+|recebe\s+)?(?:um?\s+|un\s+)?códigos?\s+(?:únicos?|personal(?:es)?|pessoa(?:l|is)|individua(?:l|les|is))`,
      `(?:お一人(?:様)?ずつ|各[社人店]|それぞれ)?に?(?:個別|専用|固有|ユニーク)の?(?:クーポン)?コード(?:付き|を発行|で)?`,
      String.raw`(?:พร้อม|มี|แต่ละ(?:ราย|แห่ง|คน)(?:มี|ได้)?)?(?:โค้ด|รหัส)(?:เฉพาะ|ส่วนตัว|ไม่ซ้ำ|ของตัวเอง)(?:กัน|ของแต่ละ\S*|แต่ละ\S*)?`,
      `(?:每(?:人|家|位)|各自)?(?:专属|独立|唯一)的?(?:优惠)?码`,
    ],
  },
  {
    kind: 'limit',
    isTold: true,
    sources: [
      String.raw`(?:it(?:[’']s|\s+is)\s+)?(?:only\s+|just\s+)?(?:for\s+|to\s+)?(?:only\s+|just\s+)?(?:the\s+)?first\s+${N}(?:\s+${REDEEMERS})?(?:\s+only)?`,
      String.raw`(?:it(?:[’']s|\s+is)\s+)?(?:limit(?:ed)?|cap(?:ped)?)(?:\s+(?:it|them|this|the\s+(?:offer|vouchers?|codes?|discount)))?\s*(?:to|at|:)\s*(?:the\s+first\s+)?${N}(?:\s+${VOUCHERS}|\s+${REDEEMERS}|\s+pieces)?(?:\s+in\s+(?:total|all)|\s+overall)?`,
      String.raw`(?:max(?:imum)?(?:\s+of)?|at\s+most|no\s+more\s+than|not\s+more\s+than|up\s+to|only)\s+${N}\s+${VOUCHERS}(?:\s+(?:in\s+(?:total|all)|overall|altogether|available|are\s+available))?`,
      String.raw`(?:there\s+are\s+)?(?:only\s+)?${N}\s+(?:vouchers|codes|coupons)(?:\s+(?:only|available|in\s+(?:total|all)|are\s+available))?`,
      String.raw`(?:nur\s+)?(?:für\s+)?die\s+ersten\s+${N}(?:\s+(?:Kunden|Einlösungen|Bestellungen|Gäste))?|(?:auf\s+|maximal\s+|höchstens\s+)${N}\s+(?:Gutscheine|Codes|Stück|Einlösungen)(?:\s+begrenzt)?`,
      String.raw`(?:seulement\s+)?(?:pour\s+)?les\s+${N}\s+premiers(?:\s+clients)?|limité\s+à\s+${N}(?:\s+\p{L}+)?`,
      String.raw`(?:s[oó]lo\s+)?(?:para\s+)?los\s+(?:primeros\s+${N}|${N}\s+primeros)(?:\s+clientes)?|limitado\s+a\s+${N}(?:\s+\p{L}+)?`,
      String.raw`(?:só\s+|apenas\s+)?(?:para\s+)?os\s+(?:primeiros\s+${N}|${N}\s+primeiros)(?:\s+clientes)?`,
      String.raw`先着\s*${N}\s*(?:名様?|社|店舗?|件)?(?:限定|まで|限り)?|${N}(?:名様?|社|件)限定`,
      String.raw`(?:เฉพาะ|สำหรับ)?\s*${N}\s*(?:ท่าน|ราย|แห่ง|คน|สิทธิ์)แรก(?:เท่านั้น)?|จำกัด(?:เพียง)?\s*${N}\s*(?:สิทธิ์|ใบ|ราย|ท่าน)`,
      String.raw`(?:仅限)?前\s*${N}\s*(?:名|家|位)|限量?\s*${N}\s*(?:份|张|名)`,
    ],
  },
  {
    kind: 'oncePerCustomer',
    isTold: true,
    sources: [
      String.raw`(?:only\s+|just\s+|max(?:imum)?(?:\s+of)?\s+|at\s+most\s+|limit(?:ed)?(?:\s+(?:it\s+)?to)?:?\s+)?${ONE}\s*(?:${VOUCHERS}\s+|${CODE}\s+)?(?:per|for\s+each|for\s+every|each|a)\s+${HOUSES}(?:\s+only)?`,
      String.raw`(?:${EACH}\s+)?(?:can\s+)?(?:use|redeem)(?:d|s)?\s+(?:it\s+)?(?:only\s+)?once\s+(?:per|by\s+each)\s+${HOUSES}`,
      String.raw`(?:nur\s+)?(?:eine[rnm]?|ein|einmal|1)(?:\s+\p{L}+)?\s+(?:pro|je)\s+(?:Kunden?|Haus|Betrieb|Hotel)`,
      String.raw`(?:un|une|1)(?:\s+seule?)?(?:\s+\p{L}+)?\s+par\s+client|(?:una?o?|1)(?:\s+(?:sola\s+)?vez)?(?:\s+\p{L}+)?\s+por\s+cliente|uma?(?:\s+vez)?(?:\s+\p{L}+)?\s+por\s+cliente`,
      String.raw`(?:お客様|[1一]社|[1一]店舗?|お一人様)(?:につき|あたり)?\s*[1一](?:回|枚|つ)(?:限り|まで)?`,
      String.raw`(?:1|หนึ่ง|ราย(?:ละ)?)\s*(?:สิทธิ์|ใบ|ครั้ง|1\s*สิทธิ์)\s*(?:ต่อ|/)?\s*(?:ลูกค้า|ราย|ท่าน|แห่ง)?(?:เท่านั้น)?`,
      String.raw`每(?:位客户|家|个客户)限\s*(?:一|1)\s*(?:次|张|份)`,
    ],
  },
  {
    kind: 'once',
    isTold: false,
    sources: [
      String.raw`(?:only\s+|max(?:imum)?\s+)?${ONE}\s*(?:${VOUCHERS}\s+)?(?:per|for\s+each|for\s+every|a)\s+${PEOPLE}(?:\s+only)?`,
      String.raw`(?:each\s+(?:code|voucher)\s+)?(?:can\s+(?:only\s+)?be\s+(?:used|redeemed)|(?:is\s+)?(?:valid|works|good))\s+(?:only\s+)?once|single[-\s]use(?:\s+only)?|one[-\s]time\s+use(?:\s+only)?`,
    ],
  },
  {
    kind: 'prefix',
    isTold: false,
    sources: [
      String.raw`(?:the\s+)?codes?\s+(?:should\s+|shall\s+|must\s+|that\s+|all\s+)?(?:beginn?(?:ing|s)?|start(?:ing|s)?)\s+with\s+["“„'‘]?(?<prefix>[A-Za-z0-9]{2,8})["”“'’]?-?`,
      String.raw`(?:with\s+)?(?:the\s+|a\s+)?(?:code\s+)?prefix:?\s+(?:is\s+)?["“„'‘]?(?<prefix>[A-Za-z0-9]{2,8})["”“'’]?`,
    ],
  },
  {
    kind: 'budget',
    isTold: false,
    sources: [
      String.raw`(?:with\s+)?(?:an?\s+|the\s+|our\s+)?(?:voucher|offer|discount|coupon|redemption|gift)s?\s+budget(?:\s+(?:of|is|up\s+to|at\s+most))*:?\s+(?<money>MONEY)`,
      String.raw`(?:with\s+)?(?<money>MONEY)\s+(?:voucher|offer|discount|coupon|redemption)s?\s+budget`,
      String.raw`(?:up\s+to|at\s+most|max(?:imum)?(?:\s+of)?|no\s+more\s+than|capped\s+at|not\s+more\s+than)\s+(?<money>MONEY)\s+(?:in|of|worth\s+of|for)\s+(?:the\s+|all\s+)?${VOUCHERS}(?:\s+in\s+(?:total|all)|\s+overall|\s+altogether)?`,
      String.raw`(?:and\s+)?(?:stop|ends?|close)\s+(?:it\s+|the\s+offer\s+)?(?:when|once|after|as\s+soon\s+as)\s+(?<money>MONEY)(?:\s+(?:is|are|has\s+been|have\s+been|in\s+vouchers\s+is|worth\s+is))?(?:\s+(?:spent|used(?:\s+up)?|redeemed|reached|gone|given(?:\s+away)?))?`,
      String.raw`Gutschein\p{L}*budget(?:\s+von)?:?\s+(?<money>MONEY)`,
    ],
  },
];
