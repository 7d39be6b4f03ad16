// What no sender asks for by message. Whoever reads such a request is taught to fall for those of others.
import { secretsAskedIn } from '../../../lib/secrets-asked.ts';
import type { Finding } from './finding.ts';
import { asSeen } from './look-alikes.ts';
import { paragraphsOf, remembered } from './paragraphs.ts';

const secretsIn = remembered((text) => secretsAskedIn(asSeen(text)));

/** Nobody may, a person neither. Names have been taken out of `text`. */
export function checkSecrets(text: string, place: Finding['place']): Finding[] {
  const [words] = paragraphsOf(text).flatMap(secretsIn);
  if (!words) return [];
  return [
    {
      severity: 'error',
      place,
      message:
        place === 'subject'
          ? `The subject asks for “${words}”, which nobody may ask for by message.`
          : `The text asks for “${words}”, which nobody may ask for by message.`,
      repair: 'Leave it out: a secret is entered where its owner knows to be safe, and told to nobody.',
      words,
      fix: { do: 'leave_out' },
    },
  ];
}
