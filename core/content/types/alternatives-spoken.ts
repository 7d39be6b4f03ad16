// Subjects and ways to ask for letters of any type, in the languages that the types' own alternatives are not written in. A word for
// the service stands where its gender changes nothing.
import type { Alternatives } from './alternatives.ts';

export const SPOKEN_ALTERNATIVES: Readonly<Record<string, Alternatives>> = {
  th: {
    subjects: [
      '{{ customer.name }}: {{ topic_title }}',
      'เรื่อง{{ sender.service }}ที่ {{ customer.name }}',
      'เรียนทีมงาน {{ customer.name }}',
    ],
    asks: [
      'กรุณาตอบกลับพร้อมเวลาที่สะดวก แล้วเราจะโทรหาท่าน',
      'ตอบสั้น ๆ ก็ได้ ว่าตกลง ไม่ตกลง หรือมีคำถาม',
      'กรุณาแจ้งความประสงค์ของท่านโดยตอบกลับข้อความนี้',
    ],
  },
  ja: {
    subjects: [
      '【{{ customer.name }}】{{ topic_title }}',
      '【{{ customer.name }}】{{ sender.service }}について',
      '{{ customer.name }} ご担当者様へ',
    ],
    asks: [
      'ご都合のよい日時をご返信ください。こちらからお電話いたします。',
      '「はい」「いいえ」またはご質問を、ひとことご返信ください。',
      'ご意向を本メッセージへの返信にてお知らせください。',
    ],
  },
  zh: {
    subjects: [
      '{{ customer.name }}：{{ topic_title }}',
      '{{ customer.name }}：关于{{ sender.service }}',
      '致{{ customer.name }}团队',
    ],
    asks: [
      '请回复您方便的时间，我们会致电给您。',
      '简短答复即可：请回复“是”、“否”或您的问题。',
      '请回复本消息，告知我们您的意向。',
    ],
  },
  de: {
    subjects: [
      '{{ customer.name }}: {{ topic_title }}',
      '{{ customer.name }}: Nachricht zum Thema {{ sender.service }}',
      'Eine kurze Nachricht an {{ customer.name }}',
    ],
    asks: [
      'Bitte antworten Sie mit einer Zeit, die Ihnen passt, und wir rufen Sie an.',
      'Eine kurze Antwort genügt: Bitte antworten Sie mit Ja, Nein oder einer Frage.',
      'Bitte schreiben Sie uns, was Ihnen am liebsten ist.',
    ],
  },
  fr: {
    subjects: [
      '{{ customer.name }}\u00a0: {{ topic_title }}',
      '{{ customer.name }}\u00a0: {{ sender.service }}, quelques mots',
      'Un mot pour {{ customer.name }}',
    ],
    asks: [
      'Merci de répondre avec un créneau qui vous convient, et nous vous appellerons.',
      'Une réponse brève suffit\u00a0: répondez par oui, non ou une question.',
      'Merci de répondre à ce message et de nous dire ce que vous préférez.',
    ],
  },
  es: {
    subjects: [
      '{{ customer.name }}: {{ topic_title }}',
      '{{ customer.name }}: información sobre {{ sender.service }}',
      'Unas líneas para {{ customer.name }}',
    ],
    asks: [
      'Responda con la hora que le convenga y le llamaremos.',
      'Basta una respuesta breve: responda con sí, no o una pregunta.',
      'Responda a este mensaje y díganos qué prefiere.',
    ],
  },
  pt: {
    subjects: [
      '{{ customer.name }}: {{ topic_title }}',
      '{{ customer.name }}: informações sobre {{ sender.service }}',
      'Uma mensagem para {{ customer.name }}',
    ],
    asks: [
      'Responda com um horário que lhe convenha e ligaremos.',
      'Basta uma resposta curta: responda com sim, não ou uma pergunta.',
      'Responda a esta mensagem e diga-nos o que prefere.',
    ],
  },
};
