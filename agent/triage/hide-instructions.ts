// Sentences addressed to a machine. They are data: taken out before the meaning is read, and a person is told.
const INSTRUCTIONS = [
  /\b(?:ignore|disregard|forget|override|bypass)\b[^.!?\n]{0,40}\b(?:instructions?|rules?|prompts?|guidelines?|policy|policies|commands?)\b[^.!?\n]*/giu,
  /(?:^|[\n.!?]\s*)\W{0,3}(?:system|assistant|developer|admin)\s*(?:prompt|message|note|override)?\s*[:>\]][^.!?\n]*/giu,
  /\b(?:mark|set|classify|label|tag|treat|record|flag)\b[^.!?\n]{0,30}\b(?:as|to)\b\s*["']?(?:accept\w*|approved?|partial|decline|opt[_ ]?in|renewed?)\b[^.!?\n]*/giu,
  /\bapprove\b[^.!?\n]{0,20}\b(?:campaign|manifest|request|message|send)\w*[^.!?\n]*/giu,
  /\b(?:you are now|act as|pretend to be|as an ai|language model|jailbreak|developer mode)\b[^.!?\n]*/giu,
  /<\/?(?:system|assistant|user|instructions?|tool\w*)\b[^>]*>/giu,
  /["{]\s*"?intent"?\s*[:=][^}\n]*/giu,
  /\b(?:ignoriere|ignorez|ignora|ignore)\b[^.!?\n]{0,40}\b(?:anweisung\w*|instruction\w*|instruccion\w*|instru[cç][oõ]es)\b[^.!?\n]*/giu,
  /(?:忽略|无视|無視|無視して)[^。！？\n]{0,20}(?:指令|指示|规则|規則)[^。！？\n]*/gu,
  /(?:以前の|これまでの|上記の)?指示を無視[^。！？\n]*/gu,
  /(?:ละเว้น|เพิกเฉย|ไม่ต้องสนใจ)\S{0,20}(?:คำสั่ง|คำแนะนำ)\S*/gu,
];

export function hideInstructions(text: string): { text: string; found: string | null } {
  let found: string | null = null;
  const rest = INSTRUCTIONS.reduce(
    (so, pattern) =>
      so.replace(pattern, (match) => {
        found ??= match.trim().slice(0, 80);
        return ' ';
      }),
    text,
  );
  return { text: rest, found };
}
