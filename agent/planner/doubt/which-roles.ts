import { joinWords } from '../../../lib/text.ts';
import type { Frame } from '../frame.ts';
import { en } from '../lexicon/en.ts';
import type { Plan } from '../types.ts';
import { ask } from './ask.ts';

/** Some roles more or fewer than the type's own, which are not known here: the person names them all. */
export function whichRoles(frame: Frame): Plan {
  const word = (role: string) => en.roles[role]!.split('|')[0]!;
  const others = Object.keys(en.roles).filter(
    (role) => !frame.notRoles.includes(role) && !frame.roles.includes(role),
  );
  const named = frame.roles.map(word);
  const choices = [named, ...others.slice(0, 4).map((role) => [word(role), ...named])].filter(
    (roles) => roles.length > 0,
  );
  return ask(
    {
      text: 'Which contacts shall get it, all together?',
      choices: choices.map((roles) => ({ label: joinWords(roles), say: `only the ${joinWords(roles)}` })),
    },
    frame,
  );
}
