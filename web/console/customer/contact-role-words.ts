import type { ContactRole } from '../../../core/customers/roles.ts';
import { t } from '../words/t.ts';

/** What a contact is to their business, as people call it. */
export const CONTACT_ROLE_WORDS: Readonly<Record<ContactRole, string>> = {
  general_manager: t('General manager'),
  purchasing: t('Purchasing'),
  finance: t('Finance'),
  food_beverage: t('Food and beverage'),
  it: t('IT'),
  operations: t('Operations'),
  owner_manager: t('Owner or manager'),
  marketing: t('Marketing'),
  other: t('Other'),
};
