// A follow-up of one name and a particle, in languages that need no verb for it: with the verb that it stands for.
type Turn = readonly [RegExp, string];

const TURNS: readonly Turn[] = [
  // "ベトナムも"
  [/^([^\s、。ぁ-ん]{1,20})も[。！!\s]*$/u, '$1も追加'],
  // "ไทยด้วย", "เอาเวียดนามออก"
  [/^(?!เพิ่ม|รวม|ส่ง|ร่าง|ตัด|เอา|ขอ|และ)(\S{2,30}?)(?:ก็)?ด้วย(?:ครับ|ค่ะ|คะ|นะ)*\s*$/u, 'เพิ่ม$1'],
  [/^(?:ช่วย|ขอ)?เอา(.{2,40}?)ออก(?:ไป)?(?:ด้วย|ครับ|ค่ะ|นะ)*\s*$/u, 'ตัด$1'],
  // "越南的也要", "越南也加上"
  [/^([\p{Script=Han}]{1,12}?)的?也(?:要|算|可以|加|加上|加进来|一起)?[。！!\s]*$/u, '加上$1'],
];

export function withItsVerb(said: string): string {
  const turn = TURNS.find(([pattern]) => pattern.test(said));
  return turn ? said.replace(turn[0], turn[1]) : said;
}
