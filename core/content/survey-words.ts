// What the page of a survey says, in the languages of its readers.
import type { LetterLanguage } from '../campaigns/draft.ts';

type SurveyWords = {
  title: string;
  /** Of the built-in survey, whose question is known here. */
  recommend: string;
  /** Of another, whose question stands in its message. */
  asked: string;
  /** Below the numbers: what 0 and 10 stand for. */
  ends: string;
  thanks: (score: number) => string;
  change: string;
  why: string;
  send: string;
  noted: string;
  notYet: string;
  numberOnly: string;
  tooMany: string;
  test: string;
};

export const SURVEY_WORDS: Record<LetterLanguage, SurveyWords> = {
  en: {
    title: 'Your answer',
    recommend: 'How likely are you to recommend us to a colleague?',
    asked: 'Which number answers our question?',
    ends: '0: not at all. 10: completely.',
    thanks: (score) => `Thank you. Your answer is ${score}.`,
    change: 'You can still choose another number.',
    why: 'Would you like to tell us why? (optional)',
    send: 'Send',
    noted: 'Thank you, we have noted what you wrote.',
    notYet: 'This question is not open: its message was not sent, or it was sent long ago.',
    numberOnly: 'Please choose a number from 0 to 10. Nothing was noted.',
    tooMany: 'Your answers are noted; no more are taken here. Please answer the message itself.',
    test: 'The message was sent to a tester, so nothing is counted.',
  },
  th: {
    title: 'คำตอบของคุณ',
    recommend: 'คุณมีแนวโน้มจะแนะนำเราให้เพื่อนร่วมงานมากน้อยเพียงใด',
    asked: 'ตัวเลขใดตรงกับคำตอบของคุณ',
    ends: '0 คือไม่เลย 10 คือมากที่สุด',
    thanks: (score) => `ขอบคุณ คำตอบของคุณคือ ${score}`,
    change: 'คุณยังเลือกตัวเลขอื่นได้',
    why: 'บอกเหตุผลให้เราทราบได้หากคุณสะดวก',
    send: 'ส่ง',
    noted: 'ขอบคุณ เราบันทึกสิ่งที่คุณเขียนแล้ว',
    notYet: 'คำถามนี้ยังไม่เปิดหรือปิดแล้ว เพราะยังไม่ได้ส่งข้อความ หรือส่งไปนานแล้ว',
    numberOnly: 'โปรดเลือกตัวเลขตั้งแต่ 0 ถึง 10 ยังไม่มีการบันทึกใด ๆ',
    tooMany: 'เราบันทึกคำตอบของคุณแล้วและไม่รับเพิ่มที่หน้านี้ โปรดตอบกลับข้อความโดยตรง',
    test: 'ข้อความนี้ส่งถึงผู้ทดสอบ จึงไม่นับคำตอบ',
  },
  ja: {
    title: 'ご回答',
    recommend: '当社を同僚の方に薦める可能性はどのくらいですか？',
    asked: 'ご質問への回答となる数字をお選びください。',
    ends: '0：まったくない　10：非常にある',
    thanks: (score) => `ありがとうございます。ご回答は ${score} です。`,
    change: '別の数字に変更することもできます。',
    why: '理由もお聞かせください（任意）',
    send: '送信',
    noted: 'ありがとうございます。ご記入の内容を承りました。',
    notYet: 'このアンケートは受け付けていません。メッセージが未送信か、送信から時間が経っています。',
    numberOnly: '0から10までの数字をお選びください。まだ何も記録されていません。',
    tooMany: 'ご回答は記録済みです。このページではこれ以上受け付けられません。メッセージにご返信ください。',
    test: 'テスト用のメッセージのため、回答は集計されません。',
  },
  zh: {
    title: '您的回答',
    recommend: '您有多大可能向同事推荐我们？',
    asked: '请选择能回答我们问题的数字。',
    ends: '0：完全不会　10：非常可能',
    thanks: (score) => `谢谢。您的回答是 ${score}。`,
    change: '您仍可选择其他数字。',
    why: '愿意告诉我们原因吗？（选填）',
    send: '发送',
    noted: '谢谢，您填写的内容已记录。',
    notYet: '该问题目前未开放：消息尚未发送，或发送已久。',
    numberOnly: '请选择 0 到 10 之间的数字。尚未记录任何内容。',
    tooMany: '您的回答已记录，此页面不再接受更多回答。请直接回复消息。',
    test: '该消息发给了测试者，回答不计入结果。',
  },
  de: {
    title: 'Ihre Antwort',
    recommend: 'Wie wahrscheinlich ist es, dass Sie uns weiterempfehlen?',
    asked: 'Welche Zahl beantwortet unsere Frage?',
    ends: '0: gar nicht. 10: voll und ganz.',
    thanks: (score) => `Vielen Dank. Ihre Antwort ist ${score}.`,
    change: 'Sie können noch eine andere Zahl wählen.',
    why: 'Möchten Sie uns sagen, warum? (freiwillig)',
    send: 'Senden',
    noted: 'Vielen Dank, wir haben notiert, was Sie geschrieben haben.',
    notYet:
      'Diese Frage ist nicht offen: Ihre Nachricht wurde noch nicht gesendet, oder sie liegt lange zurück.',
    numberOnly: 'Bitte wählen Sie eine Zahl von 0 bis 10. Es wurde nichts notiert.',
    tooMany:
      'Ihre Antworten sind notiert; weitere werden hier nicht angenommen. Bitte antworten Sie auf die Nachricht selbst.',
    test: 'Die Nachricht ging an jemanden, der sie testet; es wird nichts gezählt.',
  },
  fr: {
    title: 'Votre réponse',
    recommend: 'Quelle est la probabilité que vous nous recommandiez à un collègue ?',
    asked: 'Quel chiffre répond à notre question ?',
    ends: '0 : pas du tout. 10 : tout à fait.',
    thanks: (score) => `Merci. Votre réponse est ${score}.`,
    change: 'Vous pouvez encore choisir un autre chiffre.',
    why: 'Souhaitez-vous nous dire pourquoi ? (facultatif)',
    send: 'Envoyer',
    noted: 'Merci, nous avons noté ce que vous avez écrit.',
    notYet: 'Cette question n’est pas ouverte : son message n’est pas parti, ou il est trop ancien.',
    numberOnly: 'Veuillez choisir un chiffre de 0 à 10. Rien n’a été noté.',
    tooMany:
      'Vos réponses sont notées ; cette page n’en prend pas davantage. Veuillez répondre au message lui-même.',
    test: 'Le message a été envoyé à un testeur : rien n’est compté.',
  },
  es: {
    title: 'Su respuesta',
    recommend: '¿Con qué probabilidad nos recomendaría a un colega?',
    asked: '¿Qué número responde a nuestra pregunta?',
    ends: '0: nada. 10: totalmente.',
    thanks: (score) => `Gracias. Su respuesta es ${score}.`,
    change: 'Todavía puede elegir otro número.',
    why: '¿Quiere decirnos por qué? (opcional)',
    send: 'Enviar',
    noted: 'Gracias, hemos anotado lo que escribió.',
    notYet: 'Esta pregunta no está abierta: su mensaje no se ha enviado o se envió hace mucho.',
    numberOnly: 'Elija un número del 0 al 10. No se ha anotado nada.',
    tooMany: 'Sus respuestas están anotadas; aquí no se admiten más. Responda al propio mensaje.',
    test: 'El mensaje se envió a alguien que lo prueba, así que no se cuenta nada.',
  },
  pt: {
    title: 'Sua resposta',
    recommend: 'Qual a probabilidade de você nos recomendar a um colega?',
    asked: 'Que número responde à nossa pergunta?',
    ends: '0: nada. 10: totalmente.',
    thanks: (score) => `Obrigado. Sua resposta é ${score}.`,
    change: 'Você ainda pode escolher outro número.',
    why: 'Gostaria de nos dizer o motivo? (opcional)',
    send: 'Enviar',
    noted: 'Obrigado, anotamos o que você escreveu.',
    notYet: 'Esta pergunta não está aberta: a mensagem não foi enviada ou foi enviada há muito tempo.',
    numberOnly: 'Escolha um número de 0 a 10. Nada foi anotado.',
    tooMany: 'Suas respostas estão anotadas; aqui não são aceitas mais. Responda à própria mensagem.',
    test: 'A mensagem foi enviada a quem a testa, por isso nada é contado.',
  },
};

/** The words of a reader's language, English where there are none. */
export function surveyWords(language: string | null): SurveyWords & { language: LetterLanguage } {
  const key = (language ?? 'en').slice(0, 2).toLowerCase();
  const known = (Object.hasOwn(SURVEY_WORDS, key) ? key : 'en') as LetterLanguage;
  return { ...SURVEY_WORDS[known], language: known };
}
