// The campaign types that every workspace has, as data.
import { AppError } from '../../lib/errors.ts';
import { joinWords } from '../../lib/text.ts';
import type { RecipientRules } from '../audience/recipient.ts';
import type { CampaignTypeWords } from '../vocabulary.ts';

/**
 * `purpose` decides the consent it rests on; `roles` whom it reaches (none: everybody at the customer); `callToAction`
 * what the recipient is asked to do; `needsTopic` that it says little unless somebody says what it is about.
 */
export type CampaignType = CampaignTypeWords &
  RecipientRules & {
    defaultTone: 'formal' | 'casual';
    callToAction: string;
    needsTopic: boolean;
    /** Fields without which it makes no sense: a workspace that lacks one is not offered it. */
    needsFields: readonly string[];
  };

export const CAMPAIGN_TYPES: readonly CampaignType[] = [
  {
    key: 'renewal',
    label: 'Renewal',
    purpose: 'service',
    roles: { required: ['general_manager'], recommended: ['purchasing', 'finance'] },
    defaultTone: 'formal',
    callToAction: 'confirm the renewal by replying',
    needsTopic: false,
    needsFields: ['contract_end'],
    words: {
      en: [
        'renewal',
        'renewals',
        'renew',
        'renewal reminder',
        'renewal notice',
        'renewal letter',
        'contract renewal',
        'renewal campaign',
        'renewal offer',
        'expiry reminder',
        'expiry notice',
        'contract reminder',
        'extension',
        'extend the contract',
      ],
      th: ['ต่อสัญญา', 'การต่อสัญญา', 'ต่ออายุ', 'แจ้งต่อสัญญา'],
      ja: ['更新', '契約更新', '更新案内', '更新のお知らせ'],
      zh: ['续约', '续签', '续费', '合同续签', '續約'],
      de: ['Verlängerung', 'Vertragsverlängerung', 'Verlängerungserinnerung', 'verlängern'],
      fr: ['renouvellement', 'rappel de renouvellement', 'renouveler'],
      es: ['renovación', 'recordatorio de renovación', 'renovar'],
      pt: ['renovação', 'lembrete de renovação', 'renovar'],
    },
  },
  {
    key: 'seasonal',
    label: 'Seasonal greeting',
    purpose: 'marketing',
    roles: { required: ['general_manager'], recommended: ['food_beverage', 'operations'] },
    defaultTone: 'formal',
    callToAction: 'reply with the dates and wishes for the season',
    needsTopic: false,
    needsFields: [],
    words: {
      en: [
        'seasonal',
        'seasonal greeting',
        'seasonal greetings',
        "season's greetings",
        'seasonal campaign',
        'seasonal message',
        'seasonal offer',
        'holiday campaign',
        'holiday greeting',
        'holiday greetings',
        'holiday message',
        'festive message',
        'festive campaign',
        'festive greetings',
        'greeting',
        'greetings',
      ],
      th: ['เทศกาล', 'คำอวยพร', 'อวยพรเทศกาล'],
      ja: ['季節', '季節の挨拶', '季節のご挨拶'],
      zh: ['节日', '节日祝福', '节日问候', '節日祝福'],
      de: ['Saison', 'saisonal', 'Feiertagsgrüße', 'Festtagsgrüße'],
      fr: ['saisonnier', 'vœux', 'campagne de fêtes'],
      es: ['de temporada', 'felicitación', 'campaña navideña'],
      pt: ['sazonal', 'felicitação', 'saudação de época'],
    },
  },
  {
    key: 'announcement',
    label: 'Announcement',
    purpose: 'marketing',
    roles: { required: ['general_manager'], recommended: ['food_beverage', 'operations', 'it'] },
    defaultTone: 'formal',
    callToAction: 'reply to learn more',
    needsTopic: true,
    needsFields: [],
    words: {
      en: [
        'announcement',
        'announcements',
        'announce',
        'brand announcement',
        'product announcement',
        'launch announcement',
        'product news',
        'news',
        'newsletter',
        'product launch',
        'launch',
        'update about',
      ],
      th: ['ประกาศ', 'แจ้งข่าว', 'ข่าวสาร'],
      ja: ['お知らせ', '発表', '新製品のお知らせ'],
      zh: ['公告', '通告', '新品发布', '新聞'],
      de: ['Ankündigung', 'Neuigkeiten', 'ankündigen', 'Produktneuheit'],
      fr: ['annonce', 'nouveauté', 'annoncer'],
      es: ['anuncio', 'novedades', 'anunciar'],
      pt: ['anúncio', 'novidades', 'anunciar'],
    },
  },
  {
    key: 'followup',
    label: 'Quarterly follow-up',
    purpose: 'service',
    roles: { required: [], recommended: [] },
    defaultTone: 'formal',
    callToAction: 'reply with anything that should change',
    needsTopic: false,
    needsFields: [],
    words: {
      en: [
        'follow-up',
        'follow up',
        'followup',
        'follow-ups',
        'follow ups',
        'quarterly follow-up',
        'quarterly follow up',
        'quarterly check-in',
        'quarterly review',
        'check-in',
        'check in',
        'checkin',
        'courtesy call',
        'account review',
      ],
      th: ['ติดตามผล', 'ติดตามประจำไตรมาส'],
      ja: ['フォローアップ', '四半期フォロー'],
      zh: ['跟进', '季度回访', '回访', '跟進'],
      de: ['Nachfassen', 'Quartalsgespräch', 'Rückfrage'],
      fr: ['suivi', 'suivi trimestriel', 'relance'],
      es: ['seguimiento', 'seguimiento trimestral'],
      pt: ['acompanhamento', 'acompanhamento trimestral'],
    },
  },
  {
    key: 'survey',
    label: 'Service survey',
    purpose: 'marketing',
    roles: { required: ['general_manager'], recommended: ['food_beverage', 'operations'] },
    defaultTone: 'formal',
    callToAction: 'answer with a number from 0 to 10',
    needsTopic: false,
    needsFields: [],
    words: {
      en: [
        'survey',
        'surveys',
        'service survey',
        'satisfaction survey',
        'customer satisfaction survey',
        'satisfaction',
        'nps',
        'nps survey',
        'feedback',
        'feedback survey',
        'feedback request',
        'questionnaire',
        'poll',
      ],
      th: ['แบบสอบถาม', 'แบบสำรวจ', 'สำรวจความพึงพอใจ'],
      ja: ['アンケート', '満足度調査', '調査'],
      zh: ['问卷', '调查', '满意度调查', '問卷'],
      de: ['Umfrage', 'Zufriedenheitsumfrage', 'Befragung'],
      fr: ['enquête', 'enquête de satisfaction', 'sondage'],
      es: ['encuesta', 'encuesta de satisfacción'],
      pt: ['pesquisa', 'pesquisa de satisfação', 'inquérito'],
    },
  },
  {
    key: 'technical',
    label: 'Technical notice',
    purpose: 'service',
    roles: { required: ['it'], recommended: [] },
    defaultTone: 'formal',
    callToAction: 'reply if the time does not suit',
    needsTopic: true,
    needsFields: [],
    words: {
      en: [
        'technical',
        'technical notice',
        'technical message',
        'technical update',
        'maintenance',
        'maintenance notice',
        'maintenance window',
        'service notice',
        'outage notice',
        'downtime notice',
        'system update',
        'firmware update',
        'upgrade notice',
      ],
      th: ['บำรุงรักษา', 'แจ้งซ่อมบำรุง', 'ทางเทคนิค'],
      ja: ['メンテナンス', '保守', '技術的なお知らせ'],
      zh: ['维护', '维护通知', '技术通知', '維護'],
      de: ['Wartung', 'Wartungshinweis', 'technischer Hinweis'],
      fr: ['maintenance', 'avis technique'],
      es: ['mantenimiento', 'aviso técnico'],
      pt: ['manutenção', 'aviso técnico'],
    },
  },
];

/** The types that make sense with these fields. */
export const typesFor = (fields: readonly { key: string }[]): readonly CampaignType[] =>
  CAMPAIGN_TYPES.filter(({ needsFields }) =>
    needsFields.every((key) => fields.some((one) => one.key === key)),
  );

/** The type with this key; `input:invalid` names those that there are. */
export function campaignType(key: string, among: readonly CampaignType[] = CAMPAIGN_TYPES): CampaignType {
  const found = among.find((type) => type.key === key);
  if (found) return found;
  const known = joinWords(
    among.map((type) => type.key),
    'or',
  );
  throw new AppError('input:invalid', `There is no campaign type "${key.slice(0, 40)}".`, {
    nextStep: `Use ${known}.`,
    where: { path: 'type' },
  });
}
