import type { TenantSettings } from '../tenants/settings.ts';
import type { Chosen } from './choose-language.ts';
import { letterLanguage } from './letters.ts';
import type { Speech } from './speech.ts';
import type { Finding } from './verify/finding.ts';

type Said = { settings: TenantSettings; speech: Speech | null; units: readonly string[] };

/** Why a letter is not in its reader's language, and what it says there in general words. */
export function warnLanguage({ language, because }: Chosen, { settings, speech, units }: Said): Finding[] {
  const lacksService = speech && !settings.words[language]?.service;
  const found: Finding[] = [];
  const warn = (message: string, repair: string) =>
    found.push({ severity: 'warning', message, place: 'body', repair });
  if (because)
    warn(because, 'Give it in the reader’s language: as a translation of the draft, or as a wording for it.');
  if (lacksService)
    warn(
      `What the service is called is not set in the language ${language}: the letter says “${speech.service}”.`,
      'Set what it is called there in the settings, under the words of that language.',
    );
  if (
    speech &&
    units.length > 0 &&
    !settings.words[language]?.unit &&
    language !== letterLanguage(settings.locale)
  )
    warn(
      `What the ${settings.unit.many} are called is not set in the language ${language}: the letter says “${speech.unit.many}”.`,
      'Set what it is called there in the settings, under the words of that language.',
    );
  return found;
}
