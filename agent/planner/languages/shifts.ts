// How a language says that what is planned moves, or stays as it is: "einen Tag später", "推迟一天", "même heure".
import { ownValue } from '../../../lib/own-value.ts';

type Words = {
  /** "N U" is the length of time: "N U später". */
  later: string;
  earlier: string;
  /** The words for one, before a unit. */
  one: string;
  units: Readonly<Record<'minute' | 'hour' | 'day' | 'week' | 'month', string>>;
  halfHour: string;
  /** What else is said of the time, by the English words. */
  more: Readonly<Record<string, string>>;
};

const SHIFTS: Readonly<Record<string, Words>> = {
  de: {
    later: 'N U später|um N U später|um N U nach hinten|um N U verschieben|N U danach',
    earlier: 'N U früher|um N U früher|N U eher|N U vorher|N U davor',
    one: 'ein|eine|einen',
    units: {
      minute: 'minute|minuten',
      hour: 'stunde|stunden',
      day: 'tag|tage',
      week: 'woche|wochen',
      month: 'monat|monate',
    },
    halfHour: 'eine halbe stunde|halbe stunde',
    more: {
      later: 'später',
      earlier: 'früher',
      but: 'aber',
      'same time':
        'gleiche uhrzeit|selbe uhrzeit|dieselbe uhrzeit|gleiche zeit|zur gleichen zeit|zur selben zeit|zur gleichen uhrzeit|zur selben uhrzeit',
      'same day': 'gleicher tag|selber tag|am gleichen tag|am selben tag',
      'the day after': 'am tag danach|am tag darauf|den tag danach|am folgetag|am nächsten tag',
      'the day before': 'am tag davor|am tag vorher|den tag davor|am vortag',
      'no fixed date': 'ohne termin|ohne festen termin|kein fester termin|kein termin|ohne datum',
      'right after approval':
        'gleich nach freigabe|sofort nach freigabe|direkt nach freigabe|gleich nach der freigabe|sofort nach der freigabe|sobald freigegeben|sobald es freigegeben ist',
    },
  },
  fr: {
    later:
      'N U plus tard|N U après|repousse N U|repoussez N U|décale N U|décalez N U|repousse de N U|décale de N U',
    earlier: 'N U plus tôt|N U avant|avance N U|avancez N U|avance de N U',
    one: 'un|une',
    units: {
      minute: 'minute|minutes',
      hour: 'heure|heures',
      day: 'jour|jours',
      week: 'semaine|semaines',
      month: 'mois',
    },
    halfHour: 'une demi heure|demi heure',
    more: {
      'same time': 'même heure|à la même heure|la même heure',
      'same day': 'même jour|le même jour',
      'the day after': 'le lendemain|le jour suivant|le jour d après',
      'the day before': 'la veille|le jour d avant',
      'no fixed date': 'sans date|sans date fixe|pas de date|sans date précise',
      'right after approval':
        'dès l approbation|dès approbation|dès la validation|dès validation|dès que c est approuvé|dès que c est validé|aussitôt approuvé|juste après l approbation|juste après la validation',
    },
  },
  es: {
    later: 'N U más tarde|N U después|retrasa N U|retrásalo N U|aplaza N U|aplázalo N U',
    earlier: 'N U antes|N U más temprano|adelanta N U|adelántalo N U',
    one: 'un|una',
    units: {
      minute: 'minuto|minutos',
      hour: 'hora|horas',
      day: 'día|días',
      week: 'semana|semanas',
      month: 'mes|meses',
    },
    halfHour: 'media hora',
    more: {
      'same time': 'misma hora|a la misma hora|la misma hora',
      'same day': 'mismo día|el mismo día',
      'the day after': 'al día siguiente|el día siguiente|el día después',
      'the day before': 'el día anterior|el día antes',
      'no fixed date': 'sin fecha|sin fecha fija|sin hora fija',
      'right after approval':
        'en cuanto se apruebe|cuando se apruebe|tras la aprobación|nada más aprobarse|apenas se apruebe',
      rather: 'mejor',
    },
  },
  pt: {
    later: 'N U mais tarde|N U depois|adia N U|adie N U|atrasa N U|atrase N U',
    earlier: 'N U mais cedo|N U antes|adianta N U|antecipa N U|antecipe N U',
    one: 'um|uma',
    units: {
      minute: 'minuto|minutos',
      hour: 'hora|horas',
      day: 'dia|dias',
      week: 'semana|semanas',
      month: 'mês|meses',
    },
    halfHour: 'meia hora',
    more: {
      'same time': 'mesma hora|a mesma hora|à mesma hora|na mesma hora|mesmo horário|no mesmo horário',
      'same day': 'mesmo dia|no mesmo dia',
      'the day after': 'no dia seguinte|o dia seguinte|no dia depois',
      'the day before': 'no dia anterior|o dia anterior|na véspera',
      'no fixed date': 'sem data|sem data fixa|sem hora fixa',
      'right after approval':
        'assim que for aprovado|assim que aprovado|logo após a aprovação|quando for aprovado|logo que aprovado',
      rather: 'melhor',
    },
  },
  th: {
    later:
      'เลื่อนไป N U|เลื่อนไปอีก N U|เลื่อนออกไป N U|เลื่อนออกไปอีก N U|เลื่อน N U|ช้าลง N U|ช้าลงอีก N U|ช้าไป N U|N Uหลังจากนั้น|N Uถัดไป|N Uต่อมา|ช้าออกไป N U|หลังจากนั้น N U|หลังจากนั้นอีก N U',
    earlier: 'เร็วขึ้น N U|เร็วขึ้นอีก N U|เลื่อนขึ้นมา N U|เลื่อนเข้ามา N U|ก่อนหน้านั้น N U|N Uก่อนหน้านั้น',
    one: 'หนึ่ง',
    units: { minute: 'นาที', hour: 'ชั่วโมง|ชม', day: 'วัน', week: 'สัปดาห์|อาทิตย์', month: 'เดือน' },
    halfHour: 'ครึ่งชั่วโมง',
    more: {
      'same time': 'เวลาเดิม|เวลาเดียวกัน',
      'same day': 'วันเดิม|วันเดียวกัน',
      'the day after': 'วันถัดไป|วันถัดมา|วันต่อมา|วันรุ่งขึ้น',
      'the day before': 'วันก่อนหน้า|วันก่อนหน้านั้น',
      'no fixed date': 'ไม่กำหนดเวลา|ไม่ต้องกำหนดเวลา|ไม่กำหนดวัน|ไม่ต้องกำหนดวัน',
      'right after approval': 'ทันทีที่อนุมัติ|ทันทีหลังอนุมัติ|หลังอนุมัติทันที|อนุมัติแล้วส่งเลย',
      '<next': 'หน้า',
    },
  },
  ja: {
    later:
      'N U遅く|N U遅らせて|N U遅くして|N U後ろ倒し|N U延ばして|N U延期|N U延期して|N U後にして|N U後にずらして|N U後ろにずらして|N Uずらして',
    earlier: 'N U早く|N U早くして|N U早めて|N U前倒し|N U前倒しして|N U前にして|N U前にずらして',
    one: '一',
    units: { minute: '分', hour: '時間', day: '日|日間', week: '週間', month: 'か月|ヶ月' },
    halfHour: '半時間',
    more: {
      'same time': '同じ時間に|同じ時間で|同じ時間|同じ時刻に|同じ時刻で|同じ時刻|時間は同じ|時間はそのまま',
      'same day': '同じ日に|同じ日の|同じ日',
      'the day after': '次の日に|次の日|翌日に|翌日の|翌日',
      'the day before': '前の日に|前の日|前日に|前日',
      'no fixed date': '日時指定なし|日時の指定なし|日時指定なしで|日付なしで|日時は決めずに',
      'right after approval': '承認後すぐ|承認後すぐに|承認されたらすぐ|承認されたらすぐに|承認され次第',
    },
  },
  zh: {
    later: '推迟N U|推遲N U|延后N U|延後N U|推后N U|往后推N U|往後推N U|晚N U|再晚N U|后N U',
    earlier: '提前N U|提早N U|早N U|再早N U|往前推N U',
    one: '一',
    units: {
      minute: '分钟|分鐘',
      hour: '小时|个小时|小時|個小時',
      day: '天|日',
      week: '周|週|个星期|個星期|星期',
      month: '个月|個月',
    },
    halfHour: '半小时|半个小时|半小時',
    more: {
      'same time': '同一时间|时间不变|时间一样|相同时间|同樣時間|時間不變',
      'same day': '同一天|同 # 天|当天|當天',
      'the day after': '后一天|第二天|次日|隔天|後一天',
      'the day before': '前一天',
      'no fixed date': '不定时间|不设时间|不指定时间|不定日期|不設時間',
      'right after approval': '批准后立即|批准后马上|审批后立即|审批通过后立即|一批准就|批准後立即',
    },
  },
};

/** Its phrases by the English ones, as in its own lists. */
export function shiftPhrases(code: string): Readonly<Record<string, string>> {
  const words = ownValue(SHIFTS, code);
  if (!words) return {};
  const found: Record<string, string> = { ...words.more };
  for (const way of ['later', 'earlier'] as const) {
    const phrases = (length: string) => words[way].split('|').map((phrase) => phrase.replace('N U', length));
    found[`half an hour ${way}`] = words.halfHour.split('|').flatMap(phrases).join('|');
    for (const [unit, own] of Object.entries(words.units)) {
      const units = own.split('|');
      const ones = words.one.split('|').flatMap((one) => units.map((each) => `${one} ${each}`));
      found[`one ${unit} ${way}`] = ones.flatMap(phrases).join('|');
      found[`# ${unit}s ${way}`] = units.flatMap((each) => phrases(`# ${each}`)).join('|');
    }
  }
  return found;
}
