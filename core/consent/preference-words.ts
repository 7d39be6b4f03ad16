// The page on which people choose what they get, in the languages that letters are written in.
import type { LetterLanguage } from '../campaigns/draft.ts';

export type PreferenceWords = {
  title: string;
  /** Beside a box for each channel. */
  news: string;
  channels: Record<string, string>;
  pause: string;
  noPause: string;
  days(days: number): string;
  pausedUntil(date: string): string;
  save: string;
  saved: string;
  stopAll: string;
  stopNews: string;
  unchanged: string;
  stopped: string;
  newsStopped: string;
};

const NAMES = { line: 'LINE', whatsapp: 'WhatsApp', sms: 'SMS' };

export const PREFERENCE_WORDS: Record<LetterLanguage, PreferenceWords> = {
  en: {
    title: 'What we send you',
    news: 'News and offers by',
    channels: { ...NAMES, email: 'e-mail' },
    pause: 'A rest from news and offers',
    noPause: 'No rest',
    days: (days) => `For ${days} days`,
    pausedUntil: (date) => `News and offers rest until ${date}.`,
    save: 'Save',
    saved: 'Your choice has been saved.',
    stopAll: 'Stop all messages',
    stopNews: 'Stop only news and offers',
    unchanged: 'Nothing has been changed yet.',
    stopped: 'You will get no more messages, on any channel.',
    newsStopped: 'You will get no more news and offers. Messages about your contract still are sent.',
  },
  th: {
    title: 'ข้อความที่เราส่งถึงคุณ',
    news: 'ข่าวสารและข้อเสนอทาง',
    channels: { ...NAMES, email: 'อีเมล' },
    pause: 'พักการรับข่าวสารและข้อเสนอ',
    noPause: 'ไม่พัก',
    days: (days) => `${days} วัน`,
    pausedUntil: (date) => `พักการส่งข่าวสารและข้อเสนอจนถึง ${date}`,
    save: 'บันทึก',
    saved: 'บันทึกตัวเลือกของคุณแล้ว',
    stopAll: 'หยุดรับข้อความทั้งหมด',
    stopNews: 'หยุดรับเฉพาะข่าวสารและข้อเสนอ',
    unchanged: 'ยังไม่มีการเปลี่ยนแปลงใด ๆ',
    stopped: 'คุณจะไม่ได้รับข้อความจากเราอีกในทุกช่องทาง',
    newsStopped: 'คุณจะไม่ได้รับข่าวสารและข้อเสนออีก ข้อความเกี่ยวกับสัญญายังคงส่งตามปกติ',
  },
  ja: {
    title: '配信の設定',
    news: 'お知らせ・ご案内の受け取り：',
    channels: { ...NAMES, email: 'メール' },
    pause: 'お知らせ・ご案内の一時停止',
    noPause: '停止しない',
    days: (days) => `${days}日間`,
    pausedUntil: (date) => `お知らせ・ご案内は${date}まで停止しています。`,
    save: '保存',
    saved: '設定を保存しました。',
    stopAll: 'すべての配信を停止する',
    stopNews: 'お知らせ・ご案内だけを停止する',
    unchanged: 'まだ何も変更されていません。',
    stopped: '今後、どのチャネルからもメッセージは届きません。',
    newsStopped: '今後、お知らせ・ご案内は届きません。ご契約に関する連絡は引き続きお送りします。',
  },
  zh: {
    title: '您接收的消息',
    news: '接收资讯与优惠的方式：',
    channels: { ...NAMES, sms: '短信', email: '电子邮件' },
    pause: '暂停接收资讯与优惠',
    noPause: '不暂停',
    days: (days) => `${days} 天`,
    pausedUntil: (date) => `资讯与优惠暂停发送至 ${date}。`,
    save: '保存',
    saved: '您的选择已保存。',
    stopAll: '停止接收所有消息',
    stopNews: '仅停止资讯与优惠',
    unchanged: '尚未作任何更改。',
    stopped: '您将不会再通过任何渠道收到我们的消息。',
    newsStopped: '您将不再收到资讯与优惠。与合同有关的消息仍会发送。',
  },
  de: {
    title: 'Was wir Ihnen senden',
    news: 'Neuigkeiten und Angebote per',
    channels: { ...NAMES, email: 'E-Mail' },
    pause: 'Pause von Neuigkeiten und Angeboten',
    noPause: 'Keine Pause',
    days: (days) => `Für ${days} Tage`,
    pausedUntil: (date) => `Neuigkeiten und Angebote ruhen bis ${date}.`,
    save: 'Speichern',
    saved: 'Ihre Auswahl wurde gespeichert.',
    stopAll: 'Alle Nachrichten beenden',
    stopNews: 'Nur Neuigkeiten und Angebote beenden',
    unchanged: 'Es wurde noch nichts geändert.',
    stopped: 'Sie erhalten keine Nachrichten mehr, auf keinem Weg.',
    newsStopped:
      'Sie erhalten keine Neuigkeiten und Angebote mehr. Nachrichten zu Ihrem Vertrag kommen weiterhin.',
  },
  fr: {
    title: 'Ce que nous vous envoyons',
    news: 'Actualités et offres par',
    channels: { ...NAMES, email: 'e-mail' },
    pause: 'Suspendre les actualités et les offres',
    noPause: 'Ne pas suspendre',
    days: (days) => `Pendant ${days} jours`,
    pausedUntil: (date) => `Les actualités et les offres sont suspendues jusqu’au ${date}.`,
    save: 'Enregistrer',
    saved: 'Votre choix a été enregistré.',
    stopAll: 'Ne plus recevoir aucun message',
    stopNews: 'Ne plus recevoir d’actualités ni d’offres',
    unchanged: 'Rien n’a encore été modifié.',
    stopped: 'Vous ne recevrez plus aucun message, par aucun canal.',
    newsStopped:
      'Vous ne recevrez plus d’actualités ni d’offres. Les messages relatifs à votre contrat sont toujours envoyés.',
  },
  es: {
    title: 'Lo que le enviamos',
    news: 'Novedades y ofertas por',
    channels: { ...NAMES, email: 'correo electrónico' },
    pause: 'Pausar las novedades y ofertas',
    noPause: 'Sin pausa',
    days: (days) => `Durante ${days} días`,
    pausedUntil: (date) => `Las novedades y ofertas están en pausa hasta el ${date}.`,
    save: 'Guardar',
    saved: 'Su elección se ha guardado.',
    stopAll: 'No recibir ningún mensaje más',
    stopNews: 'No recibir más novedades ni ofertas',
    unchanged: 'Todavía no se ha cambiado nada.',
    stopped: 'No recibirá más mensajes por ningún canal.',
    newsStopped: 'No recibirá más novedades ni ofertas. Los mensajes sobre su contrato se siguen enviando.',
  },
  pt: {
    title: 'O que lhe enviamos',
    news: 'Novidades e ofertas por',
    channels: { ...NAMES, email: 'e-mail' },
    pause: 'Pausar novidades e ofertas',
    noPause: 'Sem pausa',
    days: (days) => `Durante ${days} dias`,
    pausedUntil: (date) => `As novidades e ofertas estão em pausa até ${date}.`,
    save: 'Guardar',
    saved: 'A sua escolha foi guardada.',
    stopAll: 'Não receber mais nenhuma mensagem',
    stopNews: 'Não receber mais novidades nem ofertas',
    unchanged: 'Ainda não foi alterado nada.',
    stopped: 'Não receberá mais mensagens por nenhum canal.',
    newsStopped:
      'Não receberá mais novidades nem ofertas. As mensagens sobre o seu contrato continuam a ser enviadas.',
  },
};

/** The words of a reader's language, English where there are none. */
export function preferenceWords(language: string | null): PreferenceWords & { language: LetterLanguage } {
  const key = (language ?? 'en').slice(0, 2).toLowerCase();
  const known = (Object.hasOwn(PREFERENCE_WORDS, key) ? key : 'en') as LetterLanguage;
  return { ...PREFERENCE_WORDS[known], language: known };
}
