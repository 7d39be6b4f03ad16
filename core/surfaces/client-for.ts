import type { Answering, Form, SurfaceClient } from '../../channels/surface-contract.ts';
import { cover } from '../../lib/cover-address.ts';
import { type Actor, can } from '../tenants/roles.ts';
import type { SurfaceApp } from './surface-apps.ts';

/** Who looks: nobody in particular is somebody of whom no right is known. */
type Reader = { app: SurfaceApp; actor: Actor | null; place: string };
type Cover = <T>(shown: T) => T;

const asItIs: Cover = (shown) => shown;
const covered = cover as Cover;

/** Whether several people see that place. */
export const isShared = ({ surface: { sharedPlaces = [] } }: SurfaceApp, place: string): boolean =>
  sharedPlaces.some((begin) => place.startsWith(begin));

/**
 * The client as it shows things to whoever reads there: people's addresses are covered for a person without the right
 * to see them, and in a place that others see, whoever asked there.
 */
export function clientFor(client: SurfaceClient, { app, actor, place }: Reader): SurfaceClient {
  if (actor && can(actor, 'unmask')) return isShared(app, place) ? covering(client, asItIs) : client;
  return covering(client, covered);
}

/** `alone` is for what only the person themself is shown, wherever it is. */
function covering(client: SurfaceClient, alone: Cover): SurfaceClient {
  const { change, openForm, showHome } = client;
  return {
    ...client,
    answer: (place, to) => coverAnswer(client.answer(place, to)),
    say: (place, text) => client.say(place, covered(text)),
    whisper: (place, to, text) => client.whisper(place, to, alone(text)),
    post: (place, card) => client.post(place, covered(card)),
    ...(change && { change: (shown, card) => change(shown, covered(card)) }),
    sendFile: (place, file) => client.sendFile(place, covered(file)),
    ...(openForm && { openForm: (trigger, form) => openForm(trigger, coverForm(form, alone)) }),
    ...(showHome && { showHome: (to, home) => showHome(to, alone(home)) }),
  };
}

/** What is said is held until something else comes: an address that comes in pieces looks like none. */
function coverAnswer(answering: Answering): Answering {
  let said = '';
  const flush = async (): Promise<void> => {
    const text = covered(said);
    said = '';
    if (text) await answering.write(text);
  };
  return {
    write: async (text) => {
      said += text;
    },
    show: async (part) => {
      await flush();
      await answering.show(covered(part));
    },
    end: async () => {
      await flush();
      await answering.end();
    },
  };
}

/** A covered value would come back as if somebody had typed it: such a field is left to be filled in. */
function coverForm(form: Form, alone: Cover): Form {
  const fields = form.fields.map(({ value, ...field }) =>
    value === undefined || alone(value) !== value ? field : { ...field, value },
  );
  return { ...form, intro: alone(form.intro), fields };
}
