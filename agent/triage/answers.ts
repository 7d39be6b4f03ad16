// Suggestions for a person to send or change. They promise nothing that only a person can decide.
import type { Intent } from './words/words.ts';

type Key =
  | Extract<
      Intent,
      | 'accept'
      | 'partial'
      | 'decline'
      | 'later'
      | 'question'
      | 'complaint'
      | 'callback'
      | 'wrong_person'
      | 'already_done'
    >
  | 'price'
  | 'document'
  | 'identity'
  | 'survey';

const ANSWERS: Record<string, Record<Key, string>> = {
  en: {
    accept:
      'Thank you for your confirmation. We will take care of everything and come back to you with the next steps.',
    partial:
      'Thank you. To be sure we understood you: could you confirm which parts you want to keep and which not?',
    decline:
      'Thank you for letting us know. May we ask what led to your decision? If anything changes, we are glad to help.',
    later: 'Of course, there is no hurry. When would be a good time for us to get in touch again?',
    question: 'Thank you for your question. We are looking into it and will answer you shortly.',
    complaint:
      'We are sorry about this. We are looking into it now and will come back to you as soon as we know more.',
    callback: 'Gladly. Which time suits you best, and is this the right number to reach you?',
    wrong_person:
      'Thank you for telling us. Could you give us the name and contact of the person we should write to?',
    already_done:
      'Thank you, and our apologies for the reminder. We will check our records and correct them.',
    price: 'Thank you for your interest. We will look at the price for you and come back with an offer.',
    document: 'Gladly. We are preparing the document and will send it to you.',
    identity:
      'Our apologies for not introducing ourselves. We look after your account at our company; how can we help you?',
    survey: 'Thank you very much for your feedback. May we ask what we could do better?',
  },
  th: {
    accept: 'ขอบคุณสำหรับการยืนยันค่ะ ทางเราจะดำเนินการและแจ้งขั้นตอนต่อไปให้ทราบค่ะ',
    partial: 'ขอบคุณค่ะ เพื่อความถูกต้อง รบกวนยืนยันว่าต้องการใช้ส่วนใดต่อ และส่วนใดไม่ใช้ต่อคะ',
    decline: 'ขอบคุณที่แจ้งให้ทราบค่ะ ขอสอบถามเหตุผลได้ไหมคะ หากมีอะไรเปลี่ยนแปลง ทางเรายินดีดูแลค่ะ',
    later: 'ได้ค่ะ ไม่รีบค่ะ สะดวกให้ทางเราติดต่อกลับช่วงไหนดีคะ',
    question: 'ขอบคุณสำหรับคำถามค่ะ ทางเรากำลังตรวจสอบและจะแจ้งกลับโดยเร็วค่ะ',
    complaint: 'ต้องขออภัยเป็นอย่างสูงค่ะ ทางเรากำลังตรวจสอบและจะแจ้งความคืบหน้าให้ทราบค่ะ',
    callback: 'ยินดีค่ะ สะดวกให้โทรกลับเวลาไหน และใช้เบอร์นี้ได้เลยไหมคะ',
    wrong_person: 'ขอบคุณที่แจ้งค่ะ รบกวนขอชื่อและช่องทางติดต่อของผู้ที่ดูแลเรื่องนี้ได้ไหมคะ',
    already_done: 'ขอบคุณค่ะ และขออภัยที่ส่งข้อความเตือน ทางเราจะตรวจสอบและแก้ไขข้อมูลค่ะ',
    price: 'ขอบคุณที่สนใจค่ะ ทางเราจะตรวจสอบราคาและส่งข้อเสนอให้ค่ะ',
    document: 'ยินดีค่ะ ทางเรากำลังเตรียมเอกสารและจะส่งให้ค่ะ',
    identity: 'ขออภัยที่ไม่ได้แนะนำตัวค่ะ ทางเราเป็นทีมดูแลบัญชีของท่าน มีอะไรให้ช่วยไหมคะ',
    survey: 'ขอบคุณมากสำหรับความคิดเห็นค่ะ ทางเราควรปรับปรุงเรื่องใดบ้างคะ',
  },
  ja: {
    accept: 'ご確認いただきありがとうございます。手続きを進め、今後の流れを改めてご連絡いたします。',
    partial: 'ありがとうございます。念のため、継続される箇所とされない箇所をお知らせいただけますでしょうか。',
    decline: 'お知らせいただきありがとうございます。差し支えなければ理由をお聞かせいただけますでしょうか。',
    later: '承知いたしました。改めてご連絡するのに都合のよい時期をお知らせください。',
    question: 'お問い合わせありがとうございます。確認のうえ、改めてご回答いたします。',
    complaint: 'ご不便をおかけし申し訳ございません。ただいま確認しており、分かり次第ご連絡いたします。',
    callback: '承知いたしました。お電話のご都合のよい時間と番号をお知らせください。',
    wrong_person:
      'お知らせいただきありがとうございます。ご担当の方のお名前とご連絡先をお教えいただけますでしょうか。',
    already_done: 'ご連絡ありがとうございます。行き違いがあり失礼いたしました。記録を確認し訂正いたします。',
    price: 'お問い合わせありがとうございます。料金を確認し、改めてご提案いたします。',
    document: '承知いたしました。書類を準備し、お送りいたします。',
    identity: '名乗らず失礼いたしました。御社を担当しております。ご用件をお聞かせください。',
    survey: 'ご意見をありがとうございます。改善すべき点がございましたらお聞かせください。',
  },
  zh: {
    accept: '感谢您的确认。我们会着手办理，并尽快告知您后续步骤。',
    partial: '谢谢。为确保无误，请您确认哪些部分继续、哪些部分不再继续？',
    decline: '感谢您的告知。方便告诉我们原因吗？如有变化，我们随时乐意协助。',
    later: '好的，不着急。请问什么时候再与您联系比较方便？',
    question: '感谢您的提问。我们正在核实，会尽快答复您。',
    complaint: '非常抱歉给您带来不便。我们正在处理，一有进展马上告知您。',
    callback: '好的。请问什么时间方便接听，拨打这个号码可以吗？',
    wrong_person: '感谢您的告知。能否提供负责人的姓名和联系方式？',
    already_done: '谢谢您，抱歉打扰了。我们会核对并更正记录。',
    price: '感谢您的关注。我们会核实价格并给您报价。',
    document: '好的，我们正在准备文件，随后发给您。',
    identity: '抱歉没有先自我介绍。我们是负责贵公司账户的团队，请问有什么可以帮您？',
    survey: '非常感谢您的反馈。请问我们还有哪些地方可以改进？',
  },
  de: {
    accept:
      'Vielen Dank für Ihre Bestätigung. Wir kümmern uns darum und melden uns mit den nächsten Schritten.',
    partial: 'Vielen Dank. Damit wir Sie richtig verstehen: Was möchten Sie behalten und was nicht?',
    decline:
      'Danke für Ihre Rückmeldung. Dürfen wir fragen, was den Ausschlag gab? Wenn sich etwas ändert, sind wir gerne da.',
    later: 'Sehr gerne, es eilt nicht. Wann dürfen wir uns wieder bei Ihnen melden?',
    question: 'Vielen Dank für Ihre Frage. Wir klären das und antworten Ihnen in Kürze.',
    complaint: 'Das tut uns leid. Wir sehen uns das an und melden uns, sobald wir mehr wissen.',
    callback: 'Sehr gerne. Wann passt es Ihnen, und erreichen wir Sie unter dieser Nummer?',
    wrong_person: 'Danke für den Hinweis. Könnten Sie uns Namen und Kontakt der zuständigen Person nennen?',
    already_done:
      'Vielen Dank, und entschuldigen Sie die Erinnerung. Wir prüfen und berichtigen unsere Unterlagen.',
    price: 'Vielen Dank für Ihr Interesse. Wir prüfen den Preis für Sie und melden uns mit einem Angebot.',
    document: 'Sehr gerne. Wir bereiten das Dokument vor und senden es Ihnen.',
    identity:
      'Entschuldigen Sie, dass wir uns nicht vorgestellt haben. Wir betreuen Ihr Kundenkonto; wie können wir helfen?',
    survey: 'Herzlichen Dank für Ihre Rückmeldung. Was könnten wir besser machen?',
  },
  fr: {
    accept: 'Merci pour votre confirmation. Nous nous en occupons et revenons vers vous avec la suite.',
    partial:
      'Merci. Pour être sûrs de bien comprendre : que souhaitez-vous garder, et que souhaitez-vous retirer ?',
    decline:
      'Merci de nous en avoir informés. Pouvons-nous vous demander la raison ? Nous restons à votre disposition.',
    later: 'Bien sûr, rien ne presse. Quand pouvons-nous vous recontacter ?',
    question: 'Merci pour votre question. Nous vérifions et vous répondons rapidement.',
    complaint: 'Nous sommes désolés. Nous regardons cela et revenons vers vous dès que nous en savons plus.',
    callback: 'Avec plaisir. Quel moment vous convient, et ce numéro est-il le bon ?',
    wrong_person:
      'Merci de nous en avoir informés. Pourriez-vous nous donner le nom et les coordonnées de la bonne personne ?',
    already_done: 'Merci, et toutes nos excuses pour ce rappel. Nous vérifions et corrigeons nos dossiers.',
    price: 'Merci de votre intérêt. Nous étudions le tarif et revenons vers vous avec une proposition.',
    document: 'Avec plaisir. Nous préparons le document et vous l’envoyons.',
    identity:
      'Toutes nos excuses de ne pas nous être présentés. Nous suivons votre compte ; comment pouvons-nous vous aider ?',
    survey: 'Merci beaucoup pour votre avis. Que pourrions-nous améliorer ?',
  },
  es: {
    accept: 'Gracias por su confirmación. Nos encargamos de todo y le informaremos de los próximos pasos.',
    partial: 'Gracias. Para estar seguros: ¿podría confirmarnos qué partes desea mantener y cuáles no?',
    decline:
      'Gracias por avisarnos. ¿Podemos preguntarle el motivo? Si algo cambia, estaremos encantados de ayudarle.',
    later: 'Por supuesto, no hay prisa. ¿Cuándo le vendría bien que volvamos a contactarle?',
    question: 'Gracias por su pregunta. Lo estamos revisando y le responderemos en breve.',
    complaint: 'Lamentamos lo ocurrido. Lo estamos revisando y le informaremos en cuanto sepamos más.',
    callback: 'Con mucho gusto. ¿Qué hora le conviene y es este el número correcto?',
    wrong_person:
      'Gracias por informarnos. ¿Podría indicarnos el nombre y el contacto de la persona adecuada?',
    already_done: 'Gracias, y disculpe el recordatorio. Revisaremos y corregiremos nuestros datos.',
    price: 'Gracias por su interés. Revisaremos el precio y le enviaremos una propuesta.',
    document: 'Con mucho gusto. Estamos preparando el documento y se lo enviaremos.',
    identity:
      'Disculpe por no habernos presentado. Llevamos su cuenta en nuestra empresa; ¿en qué podemos ayudarle?',
    survey: 'Muchas gracias por su opinión. ¿Qué podríamos mejorar?',
  },
  pt: {
    accept: 'Obrigado pela confirmação. Cuidaremos de tudo e informaremos os próximos passos.',
    partial: 'Obrigado. Para termos certeza: poderia confirmar o que deseja manter e o que não?',
    decline: 'Obrigado por nos informar. Podemos perguntar o motivo? Se algo mudar, estamos à disposição.',
    later: 'Claro, sem pressa. Quando seria um bom momento para voltarmos a falar?',
    question: 'Obrigado pela pergunta. Estamos verificando e responderemos em breve.',
    complaint: 'Lamentamos o ocorrido. Estamos verificando e daremos retorno assim que soubermos mais.',
    callback: 'Com prazer. Qual horário é melhor, e este é o número certo?',
    wrong_person: 'Obrigado por avisar. Poderia indicar o nome e o contato da pessoa responsável?',
    already_done: 'Obrigado, e desculpe o lembrete. Vamos verificar e corrigir os nossos registros.',
    price: 'Obrigado pelo interesse. Vamos verificar o preço e enviar uma proposta.',
    document: 'Com prazer. Estamos preparando o documento e o enviaremos.',
    identity:
      'Desculpe por não nos apresentarmos. Cuidamos da sua conta na nossa empresa; como podemos ajudar?',
    survey: 'Muito obrigado pela sua opinião. O que poderíamos melhorar?',
  },
};

/**
 * A suggestion in the reply's language, in English where that language has none, and what it means in English; null
 * where nothing is to be said.
 */
export function suggestAnswer(
  intent: Intent,
  { language, topic }: { language: string; topic: string | null },
): { answer: string | null; answerInEnglish: string | null } {
  const own = ANSWERS[language.split('-')[0] ?? 'en'];
  const key =
    intent === 'question' && topic && topic in ANSWERS.en!
      ? topic
      : intent === 'survey_answer'
        ? 'survey'
        : intent;
  const english = ANSWERS.en![key as Key] ?? null;
  const answer = own?.[key as Key] ?? english;
  return { answer, answerInEnglish: answer === english ? null : english };
}
