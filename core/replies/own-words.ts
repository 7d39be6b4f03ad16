// What the sender of an e-mail wrote themselves: without the history below it and without the signature.

const ATTRIBUTION =
  /^\s*(?:on|am|le|el|em|il|op|den)\b.{4,200}\b(?:wrote|schrieb|a écrit|escribió|escreveu|ha scritto|schreef|skrev)\b.{0,120}:\s*$/iu;
const ATTRIBUTION_OF_ASIA = /^\s*(?:เมื่อ.{4,200}เขียนว่า|.{4,200}(?:写道|寫道|のメール))\s*[:：]?\s*$/u;
const ATTRIBUTION_BY_ADDRESS = /^.{0,120}<[^<>\s]+@[^<>\s]+>.{0,30}[:：]\s*$/u;
const DIVIDER =
  /^\s*(?:-{2,}|_{2,})\s*(?:original (?:message|appointment)|original|forwarded message|ursprüngliche nachricht|message d'origine|mensaje original|mensagem original|messaggio originale|原始邮件|原始郵件|元のメッセージ|ข้อความต้นฉบับ).{0,20}$/iu;
const RULE = /^\s*_{10,}\s*$/u;
const HEADER = /^\s*\*?(?:from|von|de|da|van|发件人|寄件者|差出人|จาก)\*?\s*[:：]\s*\S/iu;
const HEADER_NEXT =
  /^\s*\*?(?:sent|date|gesendet|datum|envoyé|enviado|fecha|data|to|an|à|para|subject|betreff|objet|asunto|assunto|发送时间|收件人|主题|送信日時|宛先|件名|ส่ง|ถึง)\*?\s*[:：]/iu;
const SIGNATURE = /^(?:--|-- |—)\s*$/u;
const PHONE_SIGNATURE =
  /^\s*(?:sent from my|get outlook for|von meinem .{1,20} gesendet|envoyé de(?:puis)? mon|enviado desde mi|enviado do meu|iphoneから送信)/iu;
const QUOTED = /^\s*>/u;

/**
 * Never empty because of an unmarked form: only marks that mail programs write are cut. Text of a chat stays whole,
 * unless somebody pasted a mail with its history into it.
 */
export function ownWords(text: string, channel: string): string {
  const lines = text.replace(/\r\n?/gu, '\n').split('\n');
  if (channel !== 'email' && !isPastedMail(lines)) return text.trim();
  return cutHistory(lines) || (channel === 'email' ? '' : text.trim());
}

const isPastedMail = (lines: readonly string[]): boolean => {
  const quoted = lines.filter((line) => QUOTED.test(line)).length;
  const mark = lines.findIndex((line, at) => attributionLength(lines, at) > 0 || PHONE_SIGNATURE.test(line));
  const isForwarded = lines.some(
    (line, at) =>
      at > 0 && DIVIDER.test(line) && (isHistory(lines, at + 1) || HEADER.test(lines[at + 1] ?? '')),
  );
  // A chat quotes what it answers in one line.
  const own = lines.findIndex((line) => line.trim() && !QUOTED.test(line));
  const isQuotedBelow = own >= 0 && lines.slice(own).some((line) => QUOTED.test(line));
  return (mark > 0 && quoted > 0) || quoted > 1 || isQuotedBelow || isForwarded;
};

function cutHistory(lines: readonly string[]): string {
  const kept: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    if (QUOTED.test(line)) continue;
    const attribution = attributionLength(lines, at);
    if (attribution && QUOTED.test(lines[nextWritten(lines, at + attribution)] ?? '')) {
      at += attribution - 1;
      continue;
    }
    if (attribution || isHistory(lines, at) || SIGNATURE.test(line) || PHONE_SIGNATURE.test(line)) break;
    kept.push(line);
  }
  return kept.join('\n').trim();
}

// Mail programs break a long attribution into two or three lines.
function attributionLength(lines: readonly string[], at: number): number {
  if (ATTRIBUTION_BY_ADDRESS.test(lines[at]!) && /\d/u.test(lines[at]!)) return 1;
  if (ATTRIBUTION_OF_ASIA.test(lines[at]!) && /\d/u.test(lines[at]!)) return 1;
  for (const count of [1, 2, 3]) {
    if (ATTRIBUTION.test(lines.slice(at, at + count).join(' '))) return count;
  }
  return 0;
}

function nextWritten(lines: readonly string[], from: number): number {
  const found = lines.findIndex((line, at) => at >= from && line.trim());
  return found < 0 ? lines.length : found;
}

const isHistory = (lines: readonly string[], at: number) =>
  DIVIDER.test(lines[at]!) ||
  RULE.test(lines[at]!) ||
  (HEADER.test(lines[at]!) && lines.slice(at + 1, at + 4).some((line) => HEADER_NEXT.test(line)));
