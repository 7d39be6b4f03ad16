// Languages known for stopping only: replies in them are read by a person, but a stop must act.
import type { OptOutWording } from './wording.ts';

const NONE = /(?!)/gu;

export const it: OptOutWording = {
  words: [
    'stop',
    'basta',
    'cancellami',
    'disiscrivimi',
    'disiscrizione',
    'annulla iscrizione',
    'disiscriviti',
    'fine',
  ],
  sentences: ['disiscrivimi', 'cancellami'],
  asks: [
    /\b(?:cancell|rimuov|toglie|togli|elimin)\w*(?:mi|ci|temi|teci)?\b.{0,20}\b(?:lista|elenco|mailing|database|rubrica)\b/u,
    /\bbasta\s+(?:\S+\s+)?(?:messaggi|e-?mail|mail|pubblicità|sms|newsletter)/u,
    /\bnon\s+(?:voglio|vogliamo|desidero|desideriamo)\s+(?:più\s+)?(?:ricevere|essere contattat|messaggi|e-?mail)/u,
    /\bnon\s+(?:mi|ci)\s+(?:scriv|contatt|mand|invi)\w*\s+più/u,
    /\bdisiscriv\w*|\bsmettete\w*\s+di\s+(?:scriver|mandar|inviar|contattar)/u,
  ],
  notAsks: [/\bnon\s+(?:mi|ci)\s+(?:cancell|rimuov|togli)\w*.{0,20}/gu],
  marketing: /\b(?:pubblicità|promozion\w*|offerte|newsletter|marketing)\b/u,
  starts: ['iscrivimi'],
  courtesies: /^(?:(?:per favore|grazie|ciao)[\s,.!]*)+|(?:[\s,.!]*(?:per favore|grazie|subito))+$/gu,
};

export const nl: OptOutWording = {
  words: ['stop', 'afmelden', 'uitschrijven', 'stoppen', 'opzeggen', 'stop alles', 'alles stoppen'],
  sentences: ['afmelden', 'uitschrijven'],
  asks: [
    /\b(?:afmelden|uitschrijven)\b/u,
    /\b(?:geen)\s+(?:\S+\s+)?(?:e-?mails?|mails?|berichten|reclame|nieuwsbrie\w*)\s+(?:\S+\s+)?(?:meer|ontvangen)\b/u,
    /\b(?:schrijf|mail|stuur|contacteer|benader)\b.{0,15}\bniet\b.{0,10}\bmeer\b/u,
    /\b(?:verwijder|haal)\b.{0,25}\b(?:lijst|bestand|database)\b/u,
  ],
  notAsks: [/\bniet\s+(?:afmelden|uitschrijven)/gu],
  marketing: /\b(?:reclame|nieuwsbrie\w*|aanbieding\w*|marketing)\b/u,
  starts: ['aanmelden'],
  courtesies:
    /^(?:(?:hallo|graag|aub|alstublieft)[\s,.!]*)+|(?:[\s,.!]*(?:aub|a\.u\.b|alstublieft|bedankt|graag))+$/gu,
};

export const ru: OptOutWording = {
  words: ['стоп', 'отписаться', 'отписка', 'отмена', 'отпишите меня', 'отпишите'],
  sentences: ['стоп', 'отписаться'],
  asks: [
    /отпи(?:сать|ши)/u,
    /не\s+(?:пишите|присылайте|отправляйте|беспокойте|звоните)\s+(?:мне|нам|больше)/u,
    /удалите\s.{0,30}(?:списка|рассылки|базы|номер|адрес)/u,
    /больше не (?:хочу|хотим|желаю) получать/u,
  ],
  notAsks: [/не\s+отписывайте/gu],
  marketing: /реклам|рассылк|акци|маркетинг/u,
  starts: ['старт', 'подписаться'],
  courtesies: /^(?:пожалуйста|здравствуйте)[\s,.!]*|[\s,.!]*(?:пожалуйста|спасибо)$/gu,
};

export const id: OptOutWording = {
  words: ['berhenti', 'stop', 'batal', 'berhenti langganan', 'henti', 'keluar'],
  sentences: ['berhenti langganan'],
  asks: [
    /\b(?:jangan|tidak usah|tak usah|ga usah|gak usah|berhenti|stop)\s+(?:lagi\s+)?(?:me)?(?:ng)?(?:kirim|irim|hubungi|ganggu|chat|wa)\w*\s*(?:\S+\s+){0,3}?(?:pesan|email|e-mail|saya|kami|lagi|iklan|promosi|wa)\b/u,
    /\b(?:hapus|keluarkan)\s+(?:\S+\s+){0,3}?(?:nomor|email|saya|kami|daftar)\b.{0,25}\b(?:saya|kami|daftar|kontak)\b/u,
    /\bberhenti\s+berlangganan\b|\btidak (?:mau|ingin) (?:menerima|terima|dihubungi)/u,
  ],
  notAsks: [/\bjangan\s+berhenti\b/gu],
  marketing: /\b(?:promosi|promo|iklan|penawaran|newsletter|pemasaran)\b/u,
  starts: ['mulai', 'langganan'],
  courtesies: /^(?:(?:tolong|mohon|sila|halo)[\s,.!]*)+|(?:[\s,.!]*(?:terima kasih|ya|dong|tolong))+$/gu,
};

export const vi: OptOutWording = {
  words: [
    'dừng',
    'dung',
    'hủy',
    'huỷ',
    'huy',
    'hủy đăng ký',
    'huỷ đăng ký',
    'từ chối',
    'tc',
    'ngừng',
    'huy dang ky',
  ],
  sentences: ['hủy đăng ký', 'huỷ đăng ký'],
  asks: [
    /(?:đừng|không muốn|ngừng|dừng|thôi)\s+(?:\S+\s+){0,2}?(?:gửi|nhận|nhắn|liên hệ|làm phiền)/u,
    /h(?:ủy|uỷ)\s+đăng\s+ký/u,
    /xóa\s.{0,25}danh sách/u,
  ],
  notAsks: [/đừng\s+(?:hủy|huỷ|dừng|ngừng)/gu],
  marketing: /quảng cáo|khuyến mãi|tiếp thị/u,
  starts: ['đăng ký lại'],
  courtesies: /^(?:(?:vui lòng|xin|làm ơn)[\s,.!]*)+|(?:[\s,.!]*(?:cảm ơn|nhé|ạ))+$/gu,
};

/** Turkish, Arabic, Hebrew, Hindi, Polish and Malay: the words that are published for them. */
export const wordsOnly: OptOutWording = {
  words: [
    'iptal',
    'dur',
    'ret',
    'إيقاف',
    'توقف',
    'الغاء',
    'إلغاء',
    'قف',
    'הסר',
    'הסרה',
    'बंद',
    'बंद करो',
    'rezygnuję',
    'wypisz',
    'berhenti melanggan',
  ],
  sentences: [],
  asks: [],
  notAsks: [NONE],
  marketing: /(?!)/u,
  starts: [],
  courtesies: NONE,
};
