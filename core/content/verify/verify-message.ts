import type { Rendered } from '../../../channels/contract.ts';
import type { ChannelForm } from '../channel-form.ts';
import type { CustomerFacts } from '../facts.ts';
import type { Letter } from '../letters.ts';
import { withoutTags } from '../liquid.ts';
import type { View } from '../view.ts';
import { checkVoice, type Voice } from '../voice.ts';
import { checkBoasts } from './check-boasts.ts';
import { checkLeftovers, checkLength, hasCallToAction, hasWayOut } from './check-form.ts';
import { checkGiven } from './check-given.ts';
import { checkLanguage } from './check-language.ts';
import { checkLinks, withoutLinks } from './check-links.ts';
import { checkCode, checkPublic, checkUnits } from './check-parts.ts';
import { checkSecrets } from './check-secrets.ts';
import { checkEarlier, checkSubject, checkUrgency } from './check-subject.ts';
import { claimsIn } from './claims.ts';
import type { Finding } from './finding.ts';
import { isKnownDate, isKnownMoney, isKnownNumber, isKnownPromise, type Known, makeKnown } from './known.ts';
import { missingLines } from './missing-lines.ts';
import { inventedNames, isNamed, nameMasker } from './names.ts';
import { inventedPlaces } from './place-names.ts';
import { checkSpam } from './spam-signs.ts';

export type VerifyInput = {
  letter: Letter;
  rendered: Rendered;
  facts: CustomerFacts;
  view: View;
  /** Texts whose author may state what they like: the built-in letter, the topic, a person's own wording. */
  sources: readonly string[];
  /** Who wrote it: a model's names are checked too; what a person left out is their choice, and said. */
  author: 'template' | 'person' | 'writer';
  /** A person wrote its subject, or what it asks for, into a letter that is built in. */
  hasOwnWords?: boolean;
  channel: string;
  form: ChannelForm;
  /** Letters of its type name every unit. */
  listsUnits: boolean;
  purpose: 'service' | 'marketing';
  language: string;
  /** The workspace's style guide; without it nothing is checked of that. */
  voice?: Voice;
  allowedLinks: readonly string[];
  /** Names of units here, whoever has them: what a model may not take for this customer's. */
  unitsHere?: readonly string[];
};

/**
 * Checks one message as its recipient would get it: every unit named, every number, date, amount and name traceable
 * to a fact (or to what a person wrote), nothing left over from a template, within the channel's length, an honest
 * subject, a call to action, the way out where one is due, no foreign links. An error keeps it from being sent.
 */
export function verifyMessage(input: VerifyInput): Finding[] {
  const { letter, rendered, view, language, form } = input;
  const names = knownNames(input);
  const mask = nameMasker(names);
  const [subject, body] = [mask(letter.subject ?? ''), mask(letter.body)];
  // Nearly always the letter stands in the message as it is, and is masked already.
  const isWithin = `${rendered.text}\n`.startsWith(`${letter.body}\n`);
  const whole = isWithin ? body + mask(rendered.text.slice(letter.body.length)) : mask(rendered.text);
  const known = makeKnown({ facts: input.facts, view, sources: input.sources, language });
  // The fixed words of the built-in letters count nothing themselves.
  const isOurs = input.author === 'template' && !input.hasOwnWords;
  const scope = { known, language, inWords: input.author !== 'template' };
  return [
    ...(form.hasSubject ? checkSubject(letter.subject, { masked: subject, form }) : []),
    ...(form.hasSubject ? checkUrgency(subject, { ...input, place: 'subject' }) : []),
    // The built-in letters speak of nothing earlier and press nobody, which a test holds.
    ...(form.hasSubject && !isOurs ? checkEarlier(subject, input.author) : []),
    ...(isOurs ? [] : checkUrgency(body, { ...input, place: 'body' })),
    ...checkSounds(input, { subject, body }),
    ...checkGiven({
      facts: input.facts,
      contactName: view.contact.name,
      text: `${letter.subject ?? ''}\n${letter.body}`,
    }),
    ...checkLeftovers(subject, 'subject'),
    ...checkLeftovers(body, 'body'),
    ...checkClaims(subject, 'subject', scope),
    ...checkClaims(withoutLinks(body), 'body', scope),
    ...checkLinks({
      // The letter too: in the message an address may stand shortened.
      raw: `${letter.subject ?? ''}\n${isWithin ? '' : letter.body}\n${rendered.text}\n${rendered.link?.url ?? ''}`,
      masked: whole,
      allowed: input.allowedLinks,
      mailboxes: [view.sender.email],
    }),
    // The built-in letters are judged once, by a test.
    ...(form.family === 'email' && (!isOurs || view.topic || view.offer)
      ? checkSpam({ subject, body, hasPicture: rendered.html?.includes('class="picture"') ?? false })
      : []),
    ...checkPublic(input),
    ...checkUnits(input),
    ...checkCode(input),
    ...(input.author === 'writer' ? checkLanguage(body, language) : []),
    ...checkNames(input, `${subject}\n${body}`, names),
    ...checkDuties(input, { body, whole }),
    ...checkLength(rendered.text, { max: form.maxLength, channel: input.channel }),
  ];
}

function knownNames({ facts, view }: VerifyInput): string[] {
  const { sender, contact } = view;
  const values = Object.values(facts.attributes).filter((value) => typeof value === 'string');
  return [
    ...[facts.name, ...facts.brandPath, facts.type, facts.city, facts.country, ...facts.units, ...values],
    ...[
      view.offer_code,
      contact.name,
      view.occasion,
      sender.company,
      sender.signature,
      sender.service,
      sender.postal_address,
    ],
  ].filter((name) => name !== null);
}

function checkSounds(
  { voice, author, sources, view, hasOwnWords }: VerifyInput,
  { subject, body }: { subject: string; body: string },
): Finding[] {
  // The built-in letters claim nothing and ask for no secret, which tests hold.
  const settled = voice ? [...voice.mayClaim, ...voice.prohibited] : [];
  const boasting = { author, sources, settled };
  const ofItself =
    author === 'template' && !hasOwnWords && !view.topic && !view.offer
      ? []
      : [
          ...checkBoasts(subject, { ...boasting, place: 'subject' }),
          ...checkBoasts(body, { ...boasting, place: 'body' }),
          ...checkSecrets(subject, 'subject'),
          ...checkSecrets(body, 'body'),
        ];
  if (!voice) return ofItself;
  return [
    ...ofItself,
    ...checkVoice(voice, { text: subject, place: 'subject', author }),
    ...checkVoice(voice, { text: body, place: 'body', author }),
  ];
}

type ClaimScope = { known: Known; language: string; inWords: boolean };

function checkClaims(
  text: string,
  place: Finding['place'],
  { known, language, inWords }: ClaimScope,
): Finding[] {
  const { dates, money, numbers, promises } = claimsIn(text, { language, inWords });
  const wrong = [
    ...dates.filter((claim) => !isKnownDate(claim, known)).map((claim) => ({ what: 'date', claim })),
    ...money.filter((claim) => !isKnownMoney(claim, known)).map((claim) => ({ what: 'amount', claim })),
    ...numbers.filter((claim) => !isKnownNumber(claim, known)).map((claim) => ({ what: 'number', claim })),
    ...promises.filter((claim) => !isKnownPromise(claim, known)).map((claim) => ({ what: 'promise', claim })),
  ];
  return wrong.map(({ what, claim }) => ({
    severity: 'error',
    place,
    message: `The ${what} "${claim.text}" is not among what is known of this customer.`,
    repair: 'State what is known; what you offer or announce yourself belongs in the offer or the topic.',
    words: claim.text,
    fix: { do: 'leave_out' },
  }));
}

function checkNames(input: VerifyInput, masked: string, names: readonly string[]): Finding[] {
  if (input.author !== 'writer') return [];
  const allowed = [...names, ...input.sources.map(withoutTags)].join(' ');
  const { rest } = claimsIn(masked, input);
  const invented = inventedNames(rest, { allowed, language: input.language });
  // Where nouns are capitals or names have none, another house's unit is told by its name alone.
  const strange = (input.unitsHere ?? []).filter(
    (name) => name.length > 2 && isNamed(masked, name) && !isNamed(allowed, name),
  );
  // A field that is no text is told by its name: "has a pool".
  const fields = Object.keys(input.facts.attributes).join(' ').replaceAll('_', ' ');
  const places = inventedPlaces(masked, { known: `${allowed} ${fields}`, language: input.language });
  const unknown = (words: string, message: string): Finding => ({
    severity: 'error',
    place: 'body',
    message,
    repair: 'Leave it out, or say it as the topic.',
    words,
    fix: { do: 'leave_out' },
  });
  return [
    ...[...new Set([...invented, ...strange])].map((name) =>
      unknown(name, `The name "${name}" is not among what is known of this customer.`),
    ),
    ...places.map((words) =>
      unknown(words, `The place "${words}" is not among what is known of this customer.`),
    ),
  ];
}

/** Names ask for nothing, and tell no way out. */
type Masked = { body: string; whole: string };

function checkDuties(
  { rendered, author, purpose, form, view, language }: VerifyInput,
  { body, whole }: Masked,
): Finding[] {
  if (form.family === 'glance' && !form.isPublic) return checkTap(rendered);
  const isFree = author === 'person';
  const findings: Finding[] = [];
  if (!hasCallToAction(body)) {
    findings.push({
      severity: isFree ? 'warning' : 'error',
      place: 'body',
      message: 'The text does not say what the reader should do.',
      repair: 'End with a request, such as “please reply”.',
      fix: { do: 'add', text: missingLines(language).reply },
    });
  }
  if (purpose === 'marketing' && form.family === 'email' && view.sender.postal_address === null) {
    findings.push({
      severity: 'error',
      place: 'footer',
      message: 'The sender’s postal address, which marketing mail must show, is not set.',
      repair: 'Set it in the settings, under the rules: sender, postal address.',
      fix: { do: 'open', page: 'rules' },
    });
  }
  const hasExit = form.family === 'email' ? rendered.headers?.['List-Unsubscribe'] !== undefined : true;
  if (purpose === 'marketing' && !form.isPublic && !(hasExit && hasWayOut(whole))) {
    findings.push({
      severity: 'error',
      place: 'footer',
      message: 'The text does not say how to opt out.',
      repair: `Add “${missingLines(language).stop}”`,
      fix: { do: 'add', text: missingLines(language).stop },
    });
  }
  return findings;
}

/** A push is stopped in the device's own settings; what its reader should do is tap. */
const checkTap = ({ link }: Rendered): Finding[] =>
  link
    ? []
    : [
        {
          severity: 'warning',
          place: 'body',
          message: 'A tap on it opens nothing of yours.',
          repair: 'Name the link that the campaign leads to.',
        },
      ];
