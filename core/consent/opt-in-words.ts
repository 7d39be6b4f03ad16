// The page that asks whether somebody really wants news and offers, in the languages that letters are written in.
import { LETTER_LANGUAGES, type LetterLanguage } from '../campaigns/draft.ts';

type Words = { title: string; yes: string; granted: string; expired: string; stopped: string };

const WORDS: Record<LetterLanguage, Words> = {
  en: {
    title: 'Shall we send you news and offers?',
    yes: 'Yes, please',
    granted: 'Thank you. From now on you will get our news and offers.',
    expired: 'This link is no longer valid. Please ask for another one.',
    stopped: 'You asked us not to write to you. Please answer one of our messages to change that.',
  },
  th: {
    title: 'ต้องการรับข่าวสารและข้อเสนอจากเราหรือไม่',
    yes: 'ต้องการรับ',
    granted: 'ขอบคุณ จากนี้คุณจะได้รับข่าวสารและข้อเสนอจากเรา',
    expired: 'ลิงก์นี้หมดอายุแล้ว กรุณาขอลิงก์ใหม่',
    stopped: 'คุณเคยขอให้เราไม่ส่งข้อความ หากต้องการเปลี่ยน กรุณาตอบกลับข้อความของเรา',
  },
  ja: {
    title: 'お知らせ・ご案内をお送りしてもよろしいですか',
    yes: 'はい、受け取ります',
    granted: 'ありがとうございます。今後、お知らせ・ご案内をお送りします。',
    expired: 'このリンクは有効期限が切れています。もう一度お申し込みください。',
    stopped: '配信停止のご希望をいただいています。変更される場合は、当社のメッセージにご返信ください。',
  },
  zh: {
    title: '您是否愿意接收我们的资讯与优惠？',
    yes: '愿意',
    granted: '谢谢。今后您将收到我们的资讯与优惠。',
    expired: '此链接已失效，请重新申请。',
    stopped: '您曾要求我们不再发送消息。如需更改，请回复我们的任一消息。',
  },
  de: {
    title: 'Dürfen wir Ihnen Neuigkeiten und Angebote senden?',
    yes: 'Ja, gerne',
    granted: 'Vielen Dank. Ab jetzt erhalten Sie unsere Neuigkeiten und Angebote.',
    expired: 'Dieser Link gilt nicht mehr. Bitte fordern Sie einen neuen an.',
    stopped:
      'Sie haben uns gebeten, Ihnen nicht zu schreiben. Antworten Sie bitte auf eine unserer Nachrichten, um das zu ändern.',
  },
  fr: {
    title: 'Souhaitez-vous recevoir nos actualités et nos offres ?',
    yes: 'Oui, volontiers',
    granted: 'Merci. Vous recevrez désormais nos actualités et nos offres.',
    expired: 'Ce lien n’est plus valable. Veuillez en demander un autre.',
    stopped:
      'Vous nous avez demandé de ne plus vous écrire. Pour changer cela, répondez à l’un de nos messages.',
  },
  es: {
    title: '¿Desea recibir nuestras novedades y ofertas?',
    yes: 'Sí, con gusto',
    granted: 'Gracias. A partir de ahora recibirá nuestras novedades y ofertas.',
    expired: 'Este enlace ya no es válido. Solicite otro, por favor.',
    stopped: 'Nos pidió que no le escribiéramos. Para cambiarlo, responda a uno de nuestros mensajes.',
  },
  pt: {
    title: 'Deseja receber as nossas novidades e ofertas?',
    yes: 'Sim, por favor',
    granted: 'Obrigado. A partir de agora receberá as nossas novidades e ofertas.',
    expired: 'Este link já não é válido. Peça outro, por favor.',
    stopped: 'Pediu-nos que não lhe escrevêssemos. Para mudar isso, responda a uma das nossas mensagens.',
  },
};

export function optInWords(language: string): Words & { language: LetterLanguage } {
  const known = LETTER_LANGUAGES.find((one) => one === language.slice(0, 2).toLowerCase()) ?? 'en';
  return { ...WORDS[known], language: known };
}
