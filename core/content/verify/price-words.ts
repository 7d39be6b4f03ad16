// What is said of a price without a number: that something is free, costs a part of it, or stays as it is. As much a promise as an
// amount, and held to what the offer, the topic or the letter itself says.

export type Promised = { kind: 'free' | 'less' | 'same'; text: string };

const FREE: Readonly<Record<string, string>> = {
  en: String.raw`\b(?:free of charge|for free|(?:is|are|be|comes?|get it|yours) free\b(?! to)|free (?:month|week|year|zone|trial|of cost)s?|(?:at |with )?no (?:extra |additional )?(?:cost|charge|fee)s?|without (?:extra |additional )?(?:cost|charge)|on the house|complimentary|gratis|(?:not|won['’]t|never) charge)\b`,
  de: String.raw`(?<!\p{L})(?:kostenlos|kostenfrei|gratis|umsonst|unentgeltlich|gebührenfrei|ohne (?:Aufpreis|Mehrkosten|(?:zusätzliche )?Kosten)|geschenkt)\p{L}*`,
  fr: String.raw`(?<!\p{L})(?:gratuit\p{L}*|offerte?s?|sans (?:frais|supplément|surcoût))(?!\p{L})`,
  es: String.raw`(?<!\p{L})(?:gratis|gratuit[oa]s?|sin (?:coste|costo|cargo)|de regalo)(?!\p{L})`,
  pt: String.raw`(?<!\p{L})(?:grátis|gratuit[oa]s?|sem (?:custos?|encargos)|de brinde)(?!\p{L})`,
  th: 'ฟรี|ไม่คิดค่า|ไม่มีค่าใช้จ่าย|ไม่เสียค่า|แถมให้',
  ja: '無料|無償|タダ|料金はいただきません',
  zh: '免费|免費|不收费|赠送|无偿',
};

// Each says of what it is a part: a quarter of an hour, a double room and "um quarto" are none of a price.
const LESS: Readonly<Record<string, string>> = {
  en: String.raw`\b(?:(?:a|one) (?:half|third|quarter|fifth|tenth) (?:of the price|off|less|cheaper)|half (?:the )?price|two[- ]for[- ]one|cheaper|(?:lower|reduced|better) (?:price|rate)s?|(?:price|cost|rate|everything)s? (?:doubles?|halves|trebles?|triples?))\b`,
  de: String.raw`(?<!\p{L})(?:(?:ein|zwei) (?:Drittel|Viertel|Fünftel|Zehntel) (?:weniger|günstiger|Rabatt|des Preises)|Hälfte (?:des Preises|weniger)|halbe[rnm]? Preis|günstiger|billiger)(?!\p{L})`,
  fr: String.raw`(?<!\p{L})(?:(?:un|le) (?:tiers|quart|cinquième|dixième) (?:de moins|du prix)|moitié (?:prix|moins)|moitié du prix|moins cher|demi-tarif)(?!\p{L})`,
  es: String.raw`(?<!\p{L})(?:un (?:tercio|cuarto|quinto|décimo) (?:menos|del precio)|mitad (?:de|del) precio|más barat[oa]|medio precio)(?!\p{L})`,
  pt: String.raw`(?<!\p{L})(?:um (?:terço|quarto|quinto|décimo) (?:a menos|do preço)|metade do preço|mais barat[oa]|meio preço)(?!\p{L})`,
  th: 'ครึ่งราคา|ลดราคา|ราคาถูกลง|ถูกกว่า',
  ja: '半額|割引|値引|お得な料金',
  zh: '半价|打折|[一二三四五六七八九]折|降价|优惠价',
};

const SAME: Readonly<Record<string, string>> = {
  en: String.raw`\b(?:(?:price|rate|fee|terms?|conditions?)s? (?:stays?|remains?|will (?:stay|remain)|(?:is|are) (?:kept|frozen|guaranteed|fixed|unchanged))|(?:same|old) (?:price|rate)|(?:hold|keep|freeze|fix) (?:your|the) (?:price|rate)s?)\b`,
  de: String.raw`(?<!\p{L})(?:Preis\p{L}* (?:bleib\p{L}*|unverändert)|unveränderte[rnm]? (?:Preis|Kondition)\p{L}*|Preisgarantie|(?:zum|der) gleichen? Preis|alte[rnm]? Preis)(?!\p{L})`,
  fr: String.raw`(?<!\p{L})(?:(?:prix|tarifs?) (?:restent?|reste|inchangés?|garantis?|bloqués?)|même (?:prix|tarif))(?!\p{L})`,
  es: String.raw`(?<!\p{L})(?:precios? (?:se mantienen?|no (?:cambia|sube)|garantizado)|mismo precio)(?!\p{L})`,
  pt: String.raw`(?<!\p{L})(?:preços? (?:se mantêm|mantém-se|não (?:muda|sobe)|garantido)|mesmo preço)(?!\p{L})`,
  th: 'ราคาเดิม|ราคาคงเดิม|ราคาไม่เปลี่ยน|ไม่ขึ้นราคา',
  ja: '料金は(?:据え置|変わ)|据え置き|同じ料金',
  zh: '价格不变|原价|保持不变|不涨价',
};

const KINDS = { free: FREE, less: LESS, same: SAME } as const;
const patterns = new Map<string, RegExp>();

/** In the language of the letter, and in English, which is understood beside each. */
export const readPromises = (text: string, language: string): Promised[] =>
  (['free', 'less', 'same'] as const).flatMap((kind) =>
    [...new Set(['en', language])].flatMap((spoken) => {
      const source = KINDS[kind][spoken];
      if (!source) return [];
      const key = `${kind} ${spoken}`;
      const known = patterns.get(key) ?? new RegExp(source, 'giu');
      patterns.set(key, known);
      return [...text.matchAll(known)].map(([said]) => ({ kind, text: said }));
    }),
  );
