// An honest subject: it answers nothing that nobody asked, and presses by nothing that is not so.
import type { ChannelForm } from '../channel-form.ts';
import type { Finding } from './finding.ts';
import { asSeen } from './look-alikes.ts';

type Titled = { masked: string; form: Pick<ChannelForm, 'family' | 'maxTitle'> };

/** What mail programs set before an answer or what is passed on, in the languages that they speak. */
const ANSWERS =
  /^(?:\s*\[[^\]]{1,20}\])?\s*(?:re|r|rif|ref|aw|antw(?:ort)?|wg|fwd?|tr|rép|rv|sv|vs|vl|odp|pd|ynt|res|enc|回复|回覆|答复|答覆|转发|轉寄|返信|転送|ตอบ(?:กลับ)?|ส่งต่อ)\s*(?:\[\d+\]|\(\d+\)|\^\d+)?\s*:/iu;

/** `masked` is the subject as seen, without the names that are known. */
export function checkSubject(
  subject: string | undefined,
  { masked, form: { family, maxTitle } }: Titled,
): Finding[] {
  const wrong = (message: string, severity: Finding['severity'] = 'error'): Finding => ({
    severity,
    message,
    place: 'subject',
    repair: 'Say plainly what the message is about.',
  });
  if (!subject?.trim())
    return [wrong(family === 'email' ? 'The e-mail has no subject.' : 'The message has no title.')];
  const longest = maxTitle ?? 200;
  // Of scripts that have no capitals nothing is loud.
  const isShouting = (masked.match(/\p{Lu}/gu)?.length ?? 0) >= 6 && !/\p{Ll}|\p{Lo}/u.test(masked);
  return [
    ...(ANSWERS.test(asSeen(subject))
      ? [wrong('The subject pretends to answer or to forward something.')]
      : []),
    ...(isShouting ? [wrong('The subject is all in capitals.')] : []),
    ...(/[!！]{2,}|[?？]{2,}|[!?！？]{3,}/.test(subject)
      ? [wrong('The subject has repeated exclamation or question marks.')]
      : []),
    ...(/[\r\n]/.test(subject) ? [wrong('The subject has more than one line.')] : []),
    ...(maxTitle !== null && subject.endsWith('…')
      ? [wrong('The title is cut where there is no more room.', 'warning')]
      : []),
    ...(subject.length > longest ? [wrong(`The subject is longer than ${longest} characters.`)] : []),
  ];
}

/** Words that press where nothing presses: every language's own. */
const PRESSING = [
  'urgent(?:e|ly)?|act (?:now|fast|today)|last chance|final (?:notice|warning|call|reminder|hours)|(?:only|just) today|today only',
  "hurry|don['’]t miss|immediate (?:action|attention)|limited[- ]time|before it['’]s too late|(?:expires|ends) (?:today|tonight|soon)",
  'last (?:few )?(?:hours|places|seats)|while (?:stocks?|supplies) last|(?:account|service) will be (?:cut off|closed|suspended|terminated|deactivated)',
  'dringend|letzte (?:chance|stunden|plätze|mahnung)|nur (?:noch )?heute|jetzt (?:handeln|zuschlagen)|beeilen sie sich|beeil dich|nur noch wenige|nicht verpassen',
  "dernière (?:chance|heures|relance)|dernières (?:heures|places)|aujourd['’]hui seulement|dépêchez-vous|dépêche-toi|plus que quelques|ne manquez pas|offre limitée",
  'última(?:s)? (?:oportunidad|horas|plazas)|(?:solo|sólo|só) ho(?:y|je)|date prisa|dese prisa|apresúrese|no (?:te )?lo pierda|tiempo limitado',
  'última(?:s)? (?:chance|oportunidade|vagas)|corra|apresse-se|não perca|por tempo limitado',
];
/** Of languages that do not part their words. */
const PRESSING_ON = [
  'ด่วน|รีบ(?:เลย|ด่วน|ตัดสินใจ)|โอกาสสุดท้าย|วันนี้เท่านั้น|วันสุดท้าย|ก่อนหมดเขต|เหลือเพียง|เวลาจำกัด|ห้ามพลาด',
  '至急|緊急|大至急|本日限り|最後のチャンス|お急ぎ|今すぐ|残りわずか|期間限定|お見逃しなく',
  '紧急|緊急|最后(?:机会|一天|几小时)|仅限今天|马上行动|立即行动|限时|赶快|赶紧|切勿错过|即将截止',
];
const URGENCY = new RegExp(`(?<!\\p{L})(?:${PRESSING.join('|')})(?!\\p{L})|${PRESSING_ON.join('|')}`, 'iu');

type Pressing = {
  place: 'subject' | 'body';
  author: 'template' | 'person' | 'writer';
  purpose: 'service' | 'marketing';
};

/** False urgency: of what a person says of a service they may know that it is true, and of what stands in their letter too. */
export function checkUrgency(masked: string, { place, author, purpose }: Pressing): Finding[] {
  const found = URGENCY.exec(asSeen(masked));
  if (!found) return [];
  const mayBeTrue = author !== 'writer' && (purpose === 'service' || place === 'body');
  return [
    {
      severity: mayBeTrue ? 'warning' : 'error',
      place,
      message: `The ${place === 'body' ? 'text' : 'subject'} presses with “${found[0]}”.`,
      repair: 'Say by when, and why, instead.',
      words: found[0],
      fix: { do: 'leave_out' },
    },
  ];
}

const EARLIER =
  /\bas (?:you )?(?:asked|requested|agreed|discussed|promised)\b|\b(?:following|after) our (?:call|conversation|meeting)\b|\byour (?:request|inquiry|enquiry)\b|\bwie (?:besprochen|gewünscht|vereinbart)\b|\bsuite à (?:notre|votre)\b|\bcomme convenu\b|\bsegún lo (?:acordado|hablado)\b|\bconforme (?:combinado|solicitado)\b|ตามที่(?:ตกลง|คุยกัน|ขอ)|先日のお話|お問い合わせいただいた|按照约定|如您所要求/iu;

/** An earlier word that nobody gave: only a person can know that there was one. */
export function checkEarlier(masked: string, author: Pressing['author']): Finding[] {
  const found = EARLIER.exec(asSeen(masked));
  if (!found) return [];
  return [
    {
      severity: author === 'writer' ? 'error' : 'warning',
      place: 'subject',
      message: `The subject speaks of something earlier: “${found[0]}”.`,
      repair: 'Leave it out, unless every recipient knows of it.',
      words: found[0],
      fix: { do: 'leave_out' },
    },
  ];
}
