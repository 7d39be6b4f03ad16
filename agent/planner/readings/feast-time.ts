// "Send it before each country's feast": a greeting whose day differs by country.
import { addDays } from '../../../lib/dates.ts';
import { onCampaign, type Reading } from './reading.ts';

const BEFORE_FEAST =
  /^(?:please\s+)?(?:(?:send|schedule|time|move|set|let)\s+(?:it|them|this|that|the\s+\w+)(?:\s+go)?(?:\s+out)?\s+)?(?:(?:to|for|on|at|just|right)\s+)*(?:before\s+)?(?:(?:each|every)\s+(?:country|customer)(?:[’']?s)?(?:\s+own)?|the\s+(?:local|country[’']s)|their(?:\s+own)?|its\s+own)\s+(?:local\s+)?(?:feasts?|festivals?|holidays?)(?:\s+days?)?(?:\s+at\s+(?<hour>[01]?\d|2[0-3])(?::(?<minute>[0-5]\d))?)?[.!]?$/iu;

const USUAL_HOUR = '10';
// For those whose country is not known.
const IN_DAYS = 7;

export const readFeastTime: Reading = (frame) => {
  const match = BEFORE_FEAST.exec(frame.sentence.trim());
  if (!match) return null;
  const { hour = USUAL_HOUR, minute = '00' } = match.groups ?? {};
  const from = frame.input.today;
  const schedule = {
    kind: 'feast',
    occasion: null,
    from,
    date: addDays(from, IN_DAYS),
    time: `${hour.padStart(2, '0')}:${minute}`,
  };
  return onCampaign(frame, 'edit_campaign', {
    patch: { schedule },
    change: frame.sentence.trim().slice(0, 200),
  });
};
