import type { TenantSettings } from '../tenants/settings.ts';
import type { Chosen } from './choose-language.ts';
import type { Speech } from './speech.ts';
import type { Finding } from './verify/finding.ts';

type Said = { settings: TenantSettings; speech: Speech | null };

/** Why a letter is not in its reader's language, and what it says there in general words. */
export function warnLanguage({ language, because }: Chosen, { settings, speech }: Said): Finding[] {
  const lacksService = speech && !settings.words[language]?.service;
  const repair = because
    ? 'Give it in the reader’s language (translations of the draft, or a wording by channel and language).'
    : 'Set words in the settings.';
  const messages = [
    because,
    lacksService &&
      `What the service is called is not set in the language ${language}: the letter says “${speech.service}”.`,
  ];
  return messages.flatMap((message) => (message ? [{ severity: 'warning', message, place: 'body' }] : []));
}
