// What a call asks in the end, and what is noted of the answer, by language: data.
import type { LetterLanguage } from '../../campaigns/draft.ts';
import { type CampaignType, isSurvey } from '../types.ts';

const QUESTIONS = ['renew', 'number', 'agree', 'suits', 'tell'] as const;
export type Question = (typeof QUESTIONS)[number];

const AGREE = [
  ...['announcement', 'loyalty', 'abandoned_order', 'back_in_stock', 'reconsent', 'win_back', 'feature'],
  ...['upsell', 'cross_sell', 'event', 'voucher'],
];
const SUITS = [
  ...['seasonal', 'followup', 'technical', 'price_change', 'payment_reminder', 'welcome', 'holiday_hours'],
];

/** What a call of such a campaign is made to learn. */
export function questionOf(type: Pick<CampaignType, 'key' | 'answersLike'>): Question {
  if (isSurvey(type)) return 'number';
  const like = type.answersLike ?? type.key;
  if (AGREE.includes(type.key)) return 'agree';
  if (SUITS.includes(type.key)) return 'suits';
  return like === 'renewal' ? 'renew' : 'tell';
}

type SpokenQuestions = Record<Question, string> & {
  /** After the question, where a machine asks it and listens. */
  listening: string;
  /** How no more calls come; the word in it is one that stops. */
  stop: string;
};

export const SPOKEN_QUESTIONS: Record<LetterLanguage, SpokenQuestions> = {
  en: {
    renew: 'Would you like to renew, or should something change?',
    number: 'Which number would you give us, from zero to ten, and why?',
    agree: 'Would you like that?',
    suits: 'Is that all right for you, or should we change something?',
    tell: 'What would you like to tell us about this?',
    listening: 'Please answer now, we are listening.',
    stop: 'If you want no more calls, just say: stop.',
  },
  th: {
    renew: 'ท่านต้องการต่อสัญญา หรือต้องการเปลี่ยนแปลงอะไรไหม',
    number: 'ท่านให้คะแนนเราเท่าไร ตั้งแต่ศูนย์ถึงสิบ และเพราะเหตุใด',
    agree: 'ท่านสนใจไหม',
    suits: 'ท่านสะดวกตามนี้ไหม หรือต้องการให้เราเปลี่ยนแปลงอะไร',
    tell: 'ท่านอยากบอกอะไรเราเกี่ยวกับเรื่องนี้',
    listening: 'กรุณาตอบได้เลย เรากำลังฟังอยู่',
    stop: 'หากไม่ต้องการรับสายจากเราอีก พูดว่า ยกเลิก',
  },
  ja: {
    renew: 'ご契約を更新されますか。それとも、変更のご希望はございますか。',
    number: 'ゼロから十までの数字では、いくつになりますか。理由もお聞かせください。',
    agree: 'ご興味はございますか。',
    suits: 'こちらでよろしいでしょうか。変更のご希望はございますか。',
    tell: 'この件について、ご要望はございますか。',
    listening: 'このまま、ご回答をお知らせください。',
    stop: '今後のお電話をご希望されない場合は、配信停止、とおっしゃってください。',
  },
  zh: {
    renew: '您愿意续约吗，还是需要有所调整？',
    number: '从零到十，您会给我们打几分，为什么？',
    agree: '您感兴趣吗？',
    suits: '这样安排您觉得合适吗，还是需要我们调整？',
    tell: '关于这件事，您想告诉我们什么？',
    listening: '请现在回答，我们正在听；如需改天再联系，也请告诉我们。',
    stop: '如果不想再接到我们的电话，请说：退订。',
  },
  de: {
    renew: 'Möchten Sie verlängern, oder soll sich etwas ändern?',
    number: 'Welche Zahl von 0 bis 10 geben Sie uns, und warum?',
    agree: 'Ist das etwas für Sie?',
    suits: 'Ist Ihnen das so recht, oder sollen wir etwas ändern?',
    tell: 'Was möchten Sie uns dazu sagen?',
    listening: 'Bitte antworten Sie jetzt, wir hören zu.',
    stop: 'Wenn Sie keine Anrufe mehr möchten, sagen Sie einfach: abmelden.',
  },
  fr: {
    renew: 'Souhaitez-vous renouveler, ou faut-il changer quelque chose ?',
    number: 'Quel chiffre nous donneriez-vous, de zéro à dix, et pourquoi ?',
    agree: 'Cela vous intéresse-t-il ?',
    suits: 'Cela vous convient-il, ou faut-il changer quelque chose ?',
    tell: 'Que souhaitez-vous nous dire à ce sujet ?',
    listening: 'Merci de répondre maintenant, nous vous écoutons.',
    stop: 'Si vous ne voulez plus de nos appels, dites simplement : désabonner.',
  },
  es: {
    renew: '¿Desea renovar, o debe cambiar algo?',
    number: '¿Qué número nos daría, de cero a diez, y por qué?',
    agree: '¿Le interesa?',
    suits: '¿Le parece bien así, o debemos cambiar algo?',
    tell: '¿Qué le gustaría decirnos sobre esto?',
    listening: 'Responda ahora, por favor, le escuchamos.',
    stop: 'Si no quiere más llamadas, diga simplemente: darse de baja.',
  },
  pt: {
    renew: 'Você gostaria de renovar, ou algo deve mudar?',
    number: 'Que número de zero a dez você nos daria, e por quê?',
    agree: 'Isso lhe interessa?',
    suits: 'Está bem assim para você, ou devemos mudar algo?',
    tell: 'O que você gostaria de nos dizer sobre isso?',
    listening: 'Responda agora, por favor, estamos ouvindo.',
    stop: 'Se não quiser mais ligações, diga apenas: cancelar.',
  },
};

/** What stands around the words of a call, for whoever makes it. */
type ScriptWords = {
  say: string;
  ask: string;
  note: string;
  notes: Record<Question, string>;
  noMore: string;
};

export const SCRIPT_WORDS: Record<LetterLanguage, ScriptWords> = {
  en: {
    say: 'Say',
    ask: 'Ask',
    note: 'Note',
    notes: {
      renew: 'yes, no or not yet; what should change; by when they decide.',
      number: 'the number from 0 to 10, and the reason in their words.',
      agree: 'yes or no; what exactly they want; when somebody should call again.',
      suits: 'all right or not; what should change, and by when.',
      tell: 'what they said; what they want from us, and by when.',
    },
    noMore: 'If they want to stop being called: choose that they want no more calls.',
  },
  th: {
    say: 'พูด',
    ask: 'ถาม',
    note: 'จด',
    notes: {
      renew: 'ตกลง ไม่ตกลง หรือยังไม่ตัดสินใจ ต้องการเปลี่ยนอะไร และจะตัดสินใจเมื่อไร',
      number: 'ตัวเลขตั้งแต่ 0 ถึง 10 และเหตุผลตามคำพูดของลูกค้า',
      agree: 'สนใจหรือไม่ ต้องการอะไร และให้โทรกลับเมื่อไร',
      suits: 'สะดวกหรือไม่ ต้องการเปลี่ยนอะไร และภายในเมื่อไร',
      tell: 'สิ่งที่ลูกค้าบอก ต้องการอะไรจากเรา และภายในเมื่อไร',
    },
    noMore: 'หากลูกค้าขอยกเลิกการรับสาย ให้เลือกว่าไม่ต้องการให้โทรอีก',
  },
  ja: {
    say: '伝える内容',
    ask: '質問',
    note: '記録',
    notes: {
      renew: '更新する・しない・未定、変更の希望、回答の時期。',
      number: '0から10までの数字と、その理由。',
      agree: '関心の有無、具体的な希望、かけ直す日時。',
      suits: '問題の有無、変更の希望と期限。',
      tell: 'お話の内容、ご要望と期限。',
    },
    noMore: '配信停止のご希望があれば、今後の電話を希望しないことを選んでください。',
  },
  zh: {
    say: '要说的话',
    ask: '提问',
    note: '记录',
    notes: {
      renew: '续约、不续约或未定；需要调整什么；何时决定。',
      number: '0 到 10 的分数，以及对方所说的原因。',
      agree: '是否感兴趣；具体需要什么；何时再联系。',
      suits: '是否合适；需要调整什么，何时之前。',
      tell: '对方说了什么；需要我们做什么，何时之前。',
    },
    noMore: '如果对方要退订电话，请选择不再接听来电。',
  },
  de: {
    say: 'Sagen',
    ask: 'Fragen',
    note: 'Notieren',
    notes: {
      renew: 'ja, nein oder noch offen; was sich ändern soll; bis wann die Entscheidung fällt.',
      number: 'die Zahl von 0 bis 10 und den Grund in ihren Worten.',
      agree: 'ja oder nein; was genau gewünscht ist; wann jemand wieder anrufen soll.',
      suits: 'recht oder nicht; was sich ändern soll, und bis wann.',
      tell: 'was gesagt wurde; was von uns gewünscht ist, und bis wann.',
    },
    noMore: 'Wer sich von Anrufen abmelden möchte: auswählen, dass keine Anrufe mehr gewünscht sind.',
  },
  fr: {
    say: 'Dire',
    ask: 'Demander',
    note: 'Noter',
    notes: {
      renew: 'oui, non ou pas encore ; ce qui doit changer ; la date de la décision.',
      number: 'le chiffre de 0 à 10 et la raison, dans ses mots.',
      agree: 'oui ou non ; ce qui est souhaité ; quand rappeler.',
      suits: 'cela convient ou non ; ce qui doit changer, et pour quand.',
      tell: 'ce qui a été dit ; ce qui est attendu de nous, et pour quand.',
    },
    noMore: 'En cas de demande de désabonnement : choisir qu’aucun appel n’est plus souhaité.',
  },
  es: {
    say: 'Decir',
    ask: 'Preguntar',
    note: 'Anotar',
    notes: {
      renew: 'sí, no o todavía no; qué debe cambiar; para cuándo decide.',
      number: 'el número de 0 a 10 y el motivo, con sus palabras.',
      agree: 'sí o no; qué quiere exactamente; cuándo volver a llamar.',
      suits: 'le parece bien o no; qué debe cambiar y para cuándo.',
      tell: 'qué dijo; qué espera de nosotros y para cuándo.',
    },
    noMore: 'Si quiere darse de baja de las llamadas: elegir que no quiere más llamadas.',
  },
  pt: {
    say: 'Dizer',
    ask: 'Perguntar',
    note: 'Anotar',
    notes: {
      renew: 'sim, não ou ainda não; o que deve mudar; até quando decide.',
      number: 'o número de 0 a 10 e o motivo, nas palavras da pessoa.',
      agree: 'sim ou não; o que quer exatamente; quando ligar de novo.',
      suits: 'está bem ou não; o que deve mudar e até quando.',
      tell: 'o que disse; o que espera de nós e até quando.',
    },
    noMore: 'Se quiser cancelar as ligações: escolher que não quer mais ligações.',
  },
};
