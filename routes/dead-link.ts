// Pages for links that lead nowhere: whose they were is not known, so that the browser says in which language.
import type { FastifyRequest } from 'fastify';
import { htmlPage } from './html-page.ts';

type Words = { title: string; again: string; orStop: string; nothing: string; noAddress: string };

const WORDS: Readonly<Record<string, Words>> = {
  en: {
    title: 'This link is not complete',
    again: 'Please open it again from the message.',
    orStop: 'Please open it again from the message, or answer the message with “stop”.',
    nothing: 'There is nothing to stop',
    noAddress: 'We hold no address of yours any more, so nothing can be sent to you.',
  },
  th: {
    title: 'ลิงก์นี้ไม่สมบูรณ์',
    again: 'โปรดเปิดจากข้อความอีกครั้ง',
    orStop: 'โปรดเปิดจากข้อความอีกครั้ง หรือตอบข้อความว่า “stop”',
    nothing: 'ไม่มีอะไรให้ยกเลิก',
    noAddress: 'เราไม่มีที่อยู่ของคุณแล้ว จึงไม่มีข้อความใดส่งถึงคุณได้',
  },
  ja: {
    title: 'このリンクは不完全です',
    again: 'もう一度メッセージから開いてください。',
    orStop: 'もう一度メッセージから開くか、「stop」とご返信ください。',
    nothing: '停止するものはありません',
    noAddress: 'お客様の宛先はもう登録されていないため、何も送信されません。',
  },
  zh: {
    title: '此链接不完整',
    again: '请从消息中重新打开。',
    orStop: '请从消息中重新打开，或直接回复“stop”。',
    nothing: '没有可停止的内容',
    noAddress: '我们已不再保存您的任何地址，因此不会向您发送任何内容。',
  },
  de: {
    title: 'Dieser Link ist nicht vollständig',
    again: 'Bitte öffnen Sie ihn noch einmal aus der Nachricht.',
    orStop: 'Bitte öffnen Sie ihn noch einmal aus der Nachricht, oder antworten Sie mit „stop“.',
    nothing: 'Es gibt nichts abzubestellen',
    noAddress: 'Wir haben keine Adresse mehr von Ihnen; es kann Ihnen nichts gesendet werden.',
  },
  fr: {
    title: 'Ce lien est incomplet',
    again: 'Veuillez l’ouvrir de nouveau depuis le message.',
    orStop: 'Veuillez l’ouvrir de nouveau depuis le message, ou répondre « stop ».',
    nothing: 'Il n’y a rien à arrêter',
    noAddress: 'Nous n’avons plus d’adresse de votre part : rien ne peut vous être envoyé.',
  },
  es: {
    title: 'Este enlace no está completo',
    again: 'Ábralo de nuevo desde el mensaje.',
    orStop: 'Ábralo de nuevo desde el mensaje, o responda «stop».',
    nothing: 'No hay nada que cancelar',
    noAddress: 'Ya no tenemos ninguna dirección suya, así que no se le puede enviar nada.',
  },
  pt: {
    title: 'Este link não está completo',
    again: 'Abra-o de novo a partir da mensagem.',
    orStop: 'Abra-o de novo a partir da mensagem, ou responda “stop”.',
    nothing: 'Não há nada para cancelar',
    noAddress: 'Já não temos nenhum endereço seu, por isso nada pode ser enviado a você.',
  },
};

/** The first of `spoken` that the browser prefers, else English. */
export const preferredOf = (request: FastifyRequest, spoken: readonly string[]): string =>
  (request.headers['accept-language'] ?? '')
    .split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase())
    .find((language) => spoken.includes(language)) ?? 'en';

type Dead = 'incomplete' | 'incomplete, or stop' | 'nothing to stop';

export function deadLinkPage(request: FastifyRequest, dead: Dead = 'incomplete'): string {
  const language = preferredOf(request, Object.keys(WORDS));
  const { title, again, orStop, nothing, noAddress } = WORDS[language]!;
  if (dead === 'nothing to stop') return htmlPage({ language, title: nothing, text: noAddress });
  return htmlPage({ language, title, text: dead === 'incomplete' ? again : orStop });
}
