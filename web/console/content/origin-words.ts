import type { Origin } from '../../../core/content/origin.ts';
import { t } from '../words/t.ts';
import { plainWords } from '../words.ts';

const FIELDS: Record<string, string> = {
  'customer.name': t('name of the customer'),
  'customer.brand': t('brand of the customer'),
  'customer.type': t('business type of the customer'),
  'customer.city': t('city of the customer'),
  'customer.country': t('country of the customer'),
  'contact.name': t('name of the contact'),
  unit: t('a part by its name'),
  unit_list: t('the parts by their names'),
  unit_count: t('how many parts the contract pays for'),
  'contract.ends_on': t('end of the contract'),
  'contract.price': t('price of one part a year'),
  'contract.total': t('price of all parts a year'),
  'contract.sum': t('how the price a year is made up'),
  'contract.offer': t('what is offered for a renewal, by the rules'),
  'contract.since_year': t('year of the first contract'),
  'contract.days_left': t('days until the contract ends'),
  offer_code: t('the recipient’s own code'),
  offer: t('offer of the campaign'),
  topic: t('topic of the campaign'),
  occasion: t('occasion, by the calendar'),
  occasion_on: t('day of the occasion, by the calendar'),
  link: t('link of the campaign'),
  'sender.signature': t('signature, by the rules'),
  'sender.company': t('company, by the rules'),
  'sender.service': t('what customers get, by the rules'),
  'sender.email': t('address of the sender, by the rules'),
  'sender.postal_address': t('postal address, by the rules'),
  'sender.support_url': t('help page, by the rules'),
};

const KINDS = { customer: t('customer'), contact: t('contact'), contract: t('contract') } as const;

/** Which field it is, of which record, and how that came to it. */
export const originWords = ({ field, record, from }: Origin): string =>
  [
    FIELDS[field] ?? t('field {name}', { name: plainWords(field.replace(/^attributes\./, '')) }),
    // The end of an id differs where two were made in the same second.
    record && `${KINDS[record.kind]} …${record.id.slice(-8)}`,
    from,
  ]
    .filter(Boolean)
    .join(' · ');
