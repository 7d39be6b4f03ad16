// What a press adds to a letter that lacks it, in the letter's own language.

type Lines = { reply: string; stop: string };

const ENGLISH: Lines = { reply: 'Please reply to this message.', stop: 'Reply STOP to opt out.' };

const LINES: Readonly<Record<string, Lines>> = {
  th: { reply: 'กรุณาตอบกลับข้อความนี้', stop: 'ตอบ STOP เพื่อยกเลิกการรับข้อความ' },
  ja: {
    reply: '本メッセージにご返信ください。',
    stop: '配信停止をご希望の場合は STOP とご返信ください。',
  },
  zh: { reply: '请回复本消息。', stop: '回复 STOP 即可退订。' },
  de: {
    reply: 'Bitte antworten Sie auf diese Nachricht.',
    stop: 'Zum Abmelden antworten Sie STOP.',
  },
  fr: {
    reply: 'Merci de répondre à ce message.',
    stop: 'Répondez STOP pour vous désabonner.',
  },
  es: { reply: 'Responda a este mensaje, por favor.', stop: 'Responda STOP para darse de baja.' },
  pt: { reply: 'Responda a esta mensagem, por favor.', stop: 'Responda STOP para cancelar.' },
};

export const missingLines = (language: string): Lines => LINES[language] ?? ENGLISH;
