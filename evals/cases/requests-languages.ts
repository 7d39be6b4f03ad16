// The same requests in other languages.
import { all, between, draft, ends, find, is, not, type RequestCase, send } from './request-case.ts';

const worth = (baht: number) => find(between('contract_value', baht * 100 + 1, null));
const tellHyatts = (topic: string) => send({ type: 'announcement', filter: is('brand', 'Hyatt'), topic });

type Row = [say: string, calls: RequestCase['expect']['calls']];

const HILTONS = send({
  type: 'renewal',
  filter: all(is('brand', 'Hilton'), ends('2027-10-01', '2027-10-31')),
});
const BANGKOK = find(is('type', 'Hotel'), is('city', 'Bangkok'));
const THAILAND = find(is('type', 'Hotel'), is('country', 'TH'), not(is('city', 'Phuket')));
const HOTELS = send({
  type: 'renewal',
  filter: all(is('type', 'Hotel'), is('city', 'Bangkok'), ends('2027-10-01', '2027-10-31')),
});
const GYMS = find(is('type', 'Gym'), ends('2026-12-01', '2026-12-31'));
const SOON = find(ends('2026-11-21', '2027-01-20'));

const ROWS: Row[] = [
  ['Schicke Verlängerungserinnerungen an alle Hiltons, deren Vertrag im Oktober ausläuft', HILTONS],
  ['Wie viele Hotels gibt es in Bangkok?', BANGKOK],
  ['Alle Hotels in Thailand außer Phuket', THAILAND],
  ['Wie viele Kunden laufen in den nächsten 60 Tagen ab?', SOON],
  ['Welche Fitnessstudios laufen nächsten Monat aus', GYMS],
  [
    'Envoie des rappels de renouvellement à tous les hôtels de Bangkok dont le contrat expire en octobre',
    HOTELS,
  ],
  ["Combien d'hôtels à Bangkok ?", BANGKOK],
  ['montre-moi les hôtels en Thaïlande sauf Phuket', THAILAND],
  ['combien de clients expirent dans les 60 jours', SOON],
  ['quelles salles de sport expirent le mois prochain', GYMS],
  ['Envía recordatorios de renovación a todos los hoteles de Bangkok cuyo contrato vence en octubre', HOTELS],
  ['¿Cuántos hoteles tenemos en Bangkok?', BANGKOK],
  ['muéstrame los hoteles en Tailandia excepto Phuket', THAILAND],
  ['gimnasios que vencen el próximo mes', GYMS],
  ['Envie lembretes de renovação para todos os hotéis em Bangkok que vencem em outubro', HOTELS],
  ['Quantos hotéis temos em Bangkok?', BANGKOK],
  ['mostre os hotéis na Tailândia exceto Phuket', THAILAND],
  ['quantos clientes vencem nos próximos 60 dias', SOON],
  ['ส่งการแจ้งเตือนการต่ออายุไปยังโรงแรมทั้งหมดในกรุงเทพที่สัญญาหมดอายุเดือนตุลาคม', HOTELS],
  ['มีโรงแรมในกรุงเทพกี่แห่ง', BANGKOK],
  ['โรงแรมในประเทศไทยยกเว้นภูเก็ต', THAILAND],
  ['ลูกค้าที่จะหมดอายุภายใน 60 วัน', SOON],
  ['ยิมที่หมดสัญญาเดือนหน้า', GYMS],
  ['10月に契約が切れるヒルトンに更新リマインダーを送って', HILTONS],
  ['バンコクのホテルは何件ありますか？', BANGKOK],
  ['プーケット以外のタイのホテルを見せて', THAILAND],
  ['60日以内に契約が切れる顧客は何社', SOON],
  [
    '来月契約満了のジムに更新のお知らせをメールで送って',
    send({
      type: 'renewal',
      filter: all(is('type', 'Gym'), ends('2026-12-01', '2026-12-31')),
      channels: ['email'],
    }),
  ],
  [
    '2027年10月に契約が終了するホテルの更新案内を作成して',
    draft({ type: 'renewal', filter: all(is('type', 'Hotel'), ends('2027-10-01', '2027-10-31')) }),
  ],
  ['给所有10月到期的曼谷酒店发送续约提醒', HOTELS],
  ['曼谷有多少家酒店？', BANGKOK],
  ['除了普吉以外的泰国酒店', THAILAND],
  ['下个月到期的健身房有多少', GYMS],
  ['未来60天内到期的客户', SOON],
  // Numbers as each of them writes them.
  ['Kunden mit einem Vertrag über 150.000', worth(150_000)],
  ['Kunden über 1,5 Millionen', worth(1_500_000)],
  ['clientes que pagan más de 100.000 al año', worth(100_000)],
  ['contrats de plus de 20 000 baht', worth(20_000)],
  [
    'hôtels payant plus de 100 000 bahts par an',
    find(is('type', 'Hotel'), between('contract_value', 10_000_001, null)),
  ],
  ['Hotels mit mehr als 1.500 Zonen', find(is('type', 'Hotel'), between('unit_count', 1501, null))],
  ['Sag allen Hyatts Bescheid, dass wir umziehen', tellHyatts('dass wir umziehen')],
  [
    'Sag allen Hyatts, dass die App am Sonntag nicht erreichbar ist',
    tellHyatts('dass die App am Sonntag nicht erreichbar ist'),
  ],
  ['Avisa a todos los Hyatt de que hay una nueva app', tellHyatts('hay una nueva app')],
];

export const LANGUAGE_CASES: RequestCase[] = ROWS.map(([say, calls], at) => ({
  id: `language-${at + 1}`,
  origin: 'written',
  split: 'dev',
  say,
  expect: { calls },
}));
