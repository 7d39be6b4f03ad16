// What a contact is to their business. Files have titles in many words; campaigns ask for one of these keys.
import { fold } from '../../lib/text.ts';

export const CONTACT_ROLES = [
  'general_manager',
  'purchasing',
  'finance',
  'food_beverage',
  'it',
  'operations',
  'owner_manager',
  'marketing',
  'other',
] as const;
export type ContactRole = (typeof CONTACT_ROLES)[number];

export const ROLE_LABELS: Record<ContactRole, string> = {
  general_manager: 'General Manager',
  purchasing: 'Purchasing Manager',
  finance: 'Finance',
  food_beverage: 'Director of Food & Beverage',
  it: 'IT Manager',
  operations: 'Operations Manager',
  owner_manager: 'Owner or manager',
  marketing: 'Marketing',
  other: 'Contact',
};

// The first that fits decides, so the narrow ones stand before the wide ones. Titles are folded: "F&B" is "f b".
const TITLES: readonly (readonly [RegExp, ContactRole])[] = [
  [/\b(secretary|assistant to|pa to)\b/, 'other'],
  [
    /\b(f b|fb|fnb|food|beverage|restaurant manager|bar manager|chef|culinary|banquet)\b|อาหาร|料飲|餐饮|gastronomie|restauration|alimentos/,
    'food_beverage',
  ],
  [/\b(purchas\w*|procure\w*|buyer|sourcing|einkauf\w*|achats?|compras)\b|จัดซื้อ|購買|采购/, 'purchasing'],
  [
    /\b(financ\w*|account(s|ing|ant)?|accounts payable|controller|cfo|treasur\w*|billing|buchhalt\w*|comptab\w*|contab\w*|finanzen)\b|บัญชี|การเงิน|経理|财务/,
    'finance',
  ],
  [
    /\b(it|i t|ict|information technology|systems?|network|tech(nical|nology)?|cto|cio|av|audio visual|informatique|edv)\b|ไอที|情報システム|信息/,
    'it',
  ],
  [
    /\b(marketing|marcom|communications?|pr|public relations|brand|social media|sales|vertrieb|mercadeo)\b|การตลาด|マーケティング|市场/,
    'marketing',
  ],
  [
    /\b(general manager|gm|hotel manager|resort manager|resident manager|cluster manager|hoteldirektor\w*|direktor\w*|directeur|directrice|gerente general|director general|diretor geral)\b|ผู้จัดการทั่วไป|支配人|总经理|總經理/,
    'general_manager',
  ],
  [
    /\b(operations?|ops|front office|rooms|engineer\w*|maintenance|facilit\w*|housekeep\w*|duty manager|guest relations?|coo|betrieb\w*|operaciones)\b|ปฏิบัติการ|運営|运营/,
    'operations',
  ],
  [
    /\b(owner|proprietor|founder|managing director|md|ceo|president|manager|geschaftsfuhrer\w*|inhaber\w*|proprietaire|propietario)\b|เจ้าของ|オーナー|老板/,
    'owner_manager',
  ],
];

/** The role key of a title as people type it; null for a title that says nothing known. */
export function findRole(title: string): ContactRole | null {
  const key = fold(title);
  if ((CONTACT_ROLES as readonly string[]).includes(title)) return title as ContactRole;
  return TITLES.find(([words]) => words.test(key))?.[1] ?? null;
}
