// Parts of a house that a model may invent in small letters ("your sky bar"), by what they are: a customer who has a "Spa" has a
// "スパ" too.
const PLACES: readonly RegExp[] = [
  'bars?|(?:sky|pool|dach|strand|wein)-?bars?|บาร์(?!โค้ด)|(?<!\\p{sc=Katakana})バー(?!\\p{sc=Katakana})|酒吧',
  'pools?|schwimmbad|piscines?|piscinas?|สระว่ายน้ำ|プール|泳池',
  'spas?|สปา(?!\\p{L}*ร์)|(?<!\\p{sc=Katakana})スパ(?!\\p{sc=Katakana})|水疗',
  'gyms?|fitness\\p{L}*|salle de sport|gimnasios?|academias?|ฟิตเนส|(?<!\\p{sc=Katakana})ジム|健身房',
  'lobb(?:y|ies)|ล็อบบี้|ロビー|大堂',
  'lounges?|เลานจ์|ラウンジ|酒廊',
  'restaurants?|restaurantes?|ร้านอาหาร|ห้องอาหาร|レストラン|餐厅',
  'roof-?tops?|dachterrassen?|toit-terrasse|azoteas?|ดาดฟ้า|ルーフトップ|屋顶',
  'sky(?:-?bars?)?|สกาย|スカイ',
  'terraces?|(?:dach)?terrassen?|terrazas?|terraços?|ระเบียง|テラス|露台',
  'ballrooms?|ballsaal|salle de bal|宴会场|宴会厅|宴会場',
  'saunas?|ซาวน่า|サウナ|桑拿',
  'caf[eé]s?|คาเฟ่|カフェ|咖啡厅',
  'cinemas?|kinos?|cines?|โรงภาพยนตร์|シアター|影院',
].map((words) => new RegExp(words, 'iu'));

const PARTED = PLACES.map(
  ({ source }) =>
    new RegExp(
      `(?<!\\p{L})(?:your|ihr(?:e[mnrs]?)?|dein(?:e[mnrs]?)?|votre|vos|ton|ta|tes|sus?|tus?|seus?|suas?) (?:[\\p{L}’'-]+ ){0,2}?(?:${source})(?!\\p{sc=Latin})`,
      'iu',
    ),
);
const UNPARTED = new Set(['th', 'ja', 'zh']);

/** What a text says that its reader has, of which nothing that is `known` speaks in any language. */
export function inventedPlaces(
  text: string,
  { known, language }: { known: string; language: string },
): string[] {
  const finders = UNPARTED.has(language) ? PLACES : PARTED;
  const found = finders.flatMap((finder, at) => {
    const [words] = finder.exec(text) ?? [];
    return words !== undefined && !PLACES[at]!.test(known) ? [words] : [];
  });
  return [...new Set(found)];
}
