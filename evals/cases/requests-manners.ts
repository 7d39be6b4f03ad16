// How other languages write what restricts an audience: exclusions before the request, negations, dates in figures,
// numbers in signs, what is unknown. Each row is one meaning.
import {
  alike,
  all,
  any,
  between,
  devCases,
  draft,
  ends,
  find,
  is,
  known,
  not,
  send,
} from './request-case.ts';

const hotels = is('type', 'Hotel');
const worth = (baht: number) => find(hotels, between('contract_value', baht * 100 + 1, null));
const MARRIOTTS = all(is('brand', 'Marriott'), is('country', 'TH'), not(is('city', 'Phuket')));
const TOP = { op: 'top', field: 'contract_value', end: 'highest', count: 10 } as const;

const GROUPS: Parameters<typeof alike>[0] = [
  [
    find(hotels, is('country', 'TH'), not(is('city', 'Bangkok'))),
    [
      'except Bangkok show all hotels in Thailand',
      'except Bangkok, show Thailand hotels',
      'Außer Bangkok alle Hotels in Thailand anzeigen',
      'À part Bangkok, montre tous les hôtels de Thaïlande',
      'Salvo Bangkok, enséñame todos los hoteles de Tailandia',
      'Fora Bangkok, mostre todos os hotéis da Tailândia',
      'นอกจากกรุงเทพฯ ขอดูโรงแรมทั้งหมดในประเทศไทย',
      'バンコクを除くタイの全ホテルを一覧で出してください',
      '除了曼谷，列出泰国所有酒店',
    ],
  ],
  [
    find(is('type', 'Café'), not(ends('2026-12-01', '2026-12-31'))),
    [
      'cafés that in December do not expire',
      'Cafés, die im Dezember nicht auslaufen',
      "cafés dont le contrat n'expire pas en décembre",
      'cafeterías cuyo contrato no vence en diciembre',
      'cafés cujo contrato não vence em dezembro',
      '12月に契約が切れないカフェを見せて',
      '12月不到期的咖啡馆有哪些',
      'คาเฟ่ที่สัญญาไม่หมดเดือนธันวาคม',
    ],
  ],
  [
    find(hotels, not(is('country', 'TH')), not(is('country', 'VN'))),
    [
      'Les hôtels qui ne sont ni en Thaïlande ni au Vietnam',
      'Los hoteles que no están ni en Tailandia ni en Vietnam',
    ],
  ],
  [find(hotels, not(is('country', 'TH', 'VN'))), ['Hotels, die weder in Thailand noch in Vietnam sind']],
  [
    find(hotels, not(is('reachable_by', 'email'))),
    [
      'Welche Hotels haben keine E-Mail-Adresse?',
      "Quels hôtels n'ont pas d'adresse e-mail ?",
      '¿Qué hoteles no tienen correo electrónico?',
      'Quais hotéis não têm e-mail?',
      'โรงแรมไหนบ้างที่ไม่มีอีเมล',
      'メールアドレスのないホテルはどこですか',
      '哪些酒店没有邮箱？',
    ],
  ],
  [
    find(is('country', 'MY'), not(known('contract_end'))),
    [
      'Kunden in Malaysia ohne bekanntes Vertragsende',
      'clients en Malaisie dont la date de fin est inconnue',
      'clientes en Malasia que no tienen fecha de vencimiento',
      'clientes na Malásia que não têm data de término',
      'ลูกค้าในมาเลเซียที่ไม่ทราบวันหมดสัญญา',
      'マレーシアで契約終了日が未定のお客様',
      '马来西亚合同到期日不明的客户',
    ],
  ],
  [
    find(ends('2027-01-15', '2027-02-28')),
    [
      'Verträge, die vom 15.1. bis 28.2. auslaufen',
      'contrats qui expirent du 15/01 au 28/02',
      'contratos que vencen del 15/01 al 28/02',
      'contratos que vencem de 15/01 a 28/02',
      'ลูกค้าที่สัญญาหมด 15 ม.ค. - 28 ก.พ. 2570',
      '1月15日から2月28日までに契約満了となるお客様',
      '1月15日到2月28日到期的合同',
    ],
  ],
  [
    find(ends('2026-12-31', '2026-12-31')),
    [
      'clients dont le contrat finit le 31/12/2026',
      'ลูกค้าที่สัญญาสิ้นสุดวันที่ 31/12/2569',
      '契約終了日が2026年12月31日の顧客',
    ],
  ],
  [
    find(ends('2026-12-05', '2026-12-05')),
    ['clientes que vencen el 5/12', 'Kunden, deren Vertrag am 5.12. endet'],
  ],
  [
    worth(50_000),
    [
      'Hotels mit einem Vertragswert über 50.000 Baht',
      'Les hôtels dont le contrat vaut plus de 50 000 bahts',
      'Hoteles con un contrato de más de 50.000 bahts',
      'โรงแรมที่มูลค่าสัญญามากกว่า 5 หมื่นบาท',
      '契約金額が5万バーツを超えるホテル',
      '合同金额超过5万泰铢的酒店',
    ],
  ],
  [
    find(hotels, between('unit_count', 10, null)),
    [
      '列出至少有十个区域的酒店',
      'Liste les hôtels ayant au moins dix zones',
      'ゾーンが10以上のホテルをリストアップしてください',
    ],
  ],
  [
    [{ name: 'find_customers', args: { filter: TOP } }],
    [
      'Könntest du mir die zehn größten Kunden nach Vertragswert nennen?',
      'Quels sont les dix plus gros clients en valeur de contrat ?',
      '¿Cuáles son los diez clientes más grandes por valor de contrato?',
      'Quais são os dez maiores clientes por valor de contrato?',
      'ลูกค้ารายใหญ่ที่สุด 10 รายตามมูลค่าสัญญา',
      '契約金額の大きい順に上位10社',
      '按合同金额排前十的客户',
    ],
  ],
  [
    send({ type: 'survey', filter: MARRIOTTS }),
    [
      'タイのマリオットにアンケートを送ってください。ただしプーケットは除きます',
      '给泰国的万豪发一份满意度调查，但普吉的不要发',
    ],
  ],
  [
    draft({
      type: 'technical',
      filter: all(is('platform', 'Soundtrack Your Brand'), is('country', 'JP')),
      topic: 'เปลี่ยนเราเตอร์',
    }),
    ['ร่างแจ้งซ่อมบำรุงเรื่องเปลี่ยนเราเตอร์ สำหรับลูกค้า Soundtrack ในญี่ปุ่น'],
  ],
  [
    find(is('type', 'Restaurant', 'Bar'), any(is('country', 'SG'), is('city', 'Kuala Lumpur'))),
    ['¿Cuántos restaurantes y bares hay en Singapur o Kuala Lumpur?'],
  ],
];

export const MANNER_CASES = devCases('manner', alike(GROUPS), [
  // A message whose day may be when to send it.
  'Avise todos os Hyatt que faremos manutenção no dia 5 de janeiro',
  'envía un aviso a los clientes que visitamos en Phuket',
  'envie um aviso aos hotéis que gostamos em Phuket',
  'แจ้งโรงแรมที่ว่างในภูเก็ต',
  '通知酒店，我们喜欢的除外',
  'who ordered between 10 November and 1 November',
  // Nobody knows what these say of a hotel.
  'プールのあるホテルを出して',
  '有泳池的酒店，但先不要发送',
  'hoteles con piscina que vencen de aquí a marzo',
]);
