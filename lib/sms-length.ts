// How many parts an SMS takes: GSM 03.38 where every sign is in it, UCS-2 else.

const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** These take two places. */
const EXTENDED = new Set('^{}\\[~]|€\f');

export type SmsLength = {
  encoding: 'gsm-7' | 'ucs-2';
  /** Septets, or UTF-16 units. */
  length: number;
  segments: number;
  /** The first sign that is not in GSM 03.38, which makes the whole text dearer. */
  because: string | null;
};

const ROOM = { 'gsm-7': { one: 160, each: 153 }, 'ucs-2': { one: 70, each: 67 } } as const;

export function smsLength(text: string): SmsLength {
  const signs = [...text];
  const because = signs.find((sign) => !BASIC.has(sign) && !EXTENDED.has(sign)) ?? null;
  const encoding = because === null ? 'gsm-7' : 'ucs-2';
  const sizes = signs.map((sign) => (encoding === 'ucs-2' ? sign.length : EXTENDED.has(sign) ? 2 : 1));
  const length = sizes.reduce((sum, size) => sum + size, 0);
  const { one, each } = ROOM[encoding];
  return { encoding, length, segments: length <= one ? 1 : partsOf(sizes, each), because };
}

/** No sign is cut in two: one that takes two places and finds one left begins the next part. */
function partsOf(sizes: readonly number[], each: number): number {
  let [parts, used] = [1, 0];
  for (const size of sizes) {
    if (used + size > each) [parts, used] = [parts + 1, 0];
    used += size;
  }
  return parts;
}

const PLAIN: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  '×': 'x',
  '\u00a0': ' ',
  '\u202f': ' ',
  '•': '-',
};

/** The same words in the cheaper alphabet, where only typography stands in the way; lines without empty ones between. */
export function toSmsText(text: string): string {
  const close = text.replace(/\n{2,}/g, '\n');
  const plain = close.replace(/[’‘“”„–—…×\u00a0\u202f•]/g, (sign) => PLAIN[sign] ?? sign);
  return smsLength(plain).encoding === 'gsm-7' ? plain : close;
}
