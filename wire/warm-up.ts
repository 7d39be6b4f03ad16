// The first messages, and the first sentences of people, are read and written as fast as all others.
import { warmPlanner } from '../agent/planner/warm-planner.ts';
import { warmTriager } from '../agent/triage/warm-triager.ts';
import { CAMPAIGN_TYPES } from '../core/content/built-in-types.ts';
import { emailShell } from '../core/content/email-shell.ts';
import { warmCalendar } from '../core/content/holiday-calendar.ts';
import { warmLetters } from '../core/content/warm-letters.ts';
import { builtInFields } from '../core/fields/registry.ts';
import { reading } from '../core/replies/reading.ts';
import { tenantSettings } from '../core/tenants/settings.ts';
import type { Vocabulary } from '../core/vocabulary.ts';
import type { CalendarDate } from '../lib/dates.ts';
import { PLACES } from './planner-places.ts';

export async function warmUp(today: CalendarDate): Promise<void> {
  await warmTriager(reading);
  await warmCalendar(today);
  await emailShell();
  await warmLetters();
  const thread = { campaign: null, lastFilter: null, pendingApproval: false };
  await warmPlanner({
    ...{
      today,
      timeZone: 'UTC',
      person: { name: '' },
      vocabulary: emptyVocabulary(),
      thread,
      places: PLACES,
    },
  });
}

/** A workspace without anybody in it. */
function emptyVocabulary(): Vocabulary {
  const { unit, types } = tenantSettings.parse({});
  return {
    ...{ fields: builtInFields({ unit, types }), types: CAMPAIGN_TYPES, unit, values: {}, channels: [] },
    ...{ brands: [], customers: [], campaigns: [], segments: [], people: [] },
  };
}
