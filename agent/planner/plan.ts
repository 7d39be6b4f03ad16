// A sentence becomes tool calls: read once into a frame, then taken by the first reading that fits.
import { plainlySaid } from './clauses/plainly-said.ts';
import { takeBack } from './clauses/take-back.ts';
import { inWhole } from './doubt/ask.ts';
import { readReadmit } from './edit/readmit.ts';
import { type Frame, readFrame } from './frame.ts';
import { readAbout } from './readings/about.ts';
import { readAboutCustomers, readAndWhat } from './readings/about-customers.ts';
import { readAddUp } from './readings/add-up.ts';
import { readAdjust } from './readings/adjust.ts';
import { readAdjustDeed } from './readings/adjust-deed.ts';
import { readAdjustOffer } from './readings/adjust-offer.ts';
import { readAskedOfDraft } from './readings/asked-of-draft.ts';
import { readBeingThere } from './readings/being-there.ts';
import { readBrief } from './readings/brief.ts';
import { readByHistory } from './readings/by-history.ts';
import { readCampaignsThen } from './readings/campaigns-then.ts';
import { readChange } from './readings/change/read-change.ts';
import { readCompareCampaigns } from './readings/compare-campaigns.ts';
import { readControl } from './readings/control.ts';
import { readCopy } from './readings/copy.ts';
import { readCreate } from './readings/create.ts';
import { readDesk } from './readings/desk.ts';
import { readEdit } from './readings/edit.ts';
import { readFeastTime } from './readings/feast-time.ts';
import { readFind } from './readings/find.ts';
import { readHours } from './readings/hours.ts';
import { readKeep } from './readings/keep.ts';
import { readLetter } from './readings/letter.ts';
import { readMeasure } from './readings/measure.ts';
import { readNextDue } from './readings/next-due.ts';
import { readOffering } from './readings/offering.ts';
import { readOneByOne } from './readings/one-by-one.ts';
import { readOneText } from './readings/one-text.ts';
import { readOwnType } from './readings/own-type.ts';
import { readOwnTypes } from './readings/own-types.ts';
import { readParts } from './readings/parts.ts';
import type { Reading } from './readings/reading.ts';
import { readRecall } from './readings/recall.ts';
import { readRefusal } from './readings/refuse.ts';
import { readRepeat } from './readings/repeat.ts';
import { readReturn } from './readings/return.ts';
import { readSegments } from './readings/segments.ts';
import { readSend } from './readings/send.ts';
import { readShift } from './readings/shift.ts';
import { readSwitch } from './readings/switch.ts';
import { notUnderstood, readAside, readTalk } from './readings/talk.ts';
import { readThatCampaign } from './readings/that-campaign.ts';
import { readWhatIf } from './readings/what-if.ts';
import { readWhoseMessage } from './readings/whose-message.ts';
import { readWording } from './readings/wording.ts';
import { readAnswer } from './thread/answer.ts';
import { readCorrection } from './thread/correct-last.ts';
import { readInTurn } from './thread/in-turn.ts';
import { plainFollowUp } from './thread/plain-follow-up.ts';
import type { Plan, PlannerInput, Question } from './types.ts';

/** What reads the sentence again without a part of it, and so has told already what was passed over. */
const AGAIN = {
  whatIf: readWhatIf(planOf),
  beingThere: readBeingThere(planOf),
  andWhat: readAndWhat(planOf),
  repeat: readRepeat(planOf),
  byHistory: readByHistory(planOf),
  offering: readOffering(planOf),
  hours: readHours(planOf),
  return: readReturn(planOf),
  parts: readParts(planOf),
};

/** The more particular first: sentences of a fixed form, then a refusal, small talk last. */
export const READINGS: readonly Reading[] = [
  readAside,
  readAbout,
  readAskedOfDraft,
  AGAIN.whatIf,
  AGAIN.beingThere,
  readCampaignsThen,
  readOwnTypes,
  readOneText,
  readWhoseMessage,
  readThatCampaign,
  AGAIN.repeat,
  AGAIN.byHistory,
  AGAIN.offering,
  AGAIN.hours,
  readBrief,
  readOwnType,
  readOneByOne,
  readCopy,
  AGAIN.return,
  AGAIN.parts,
  readLetter,
  readFeastTime,
  readDesk,
  readKeep,
  readSegments,
  readCompareCampaigns,
  readNextDue,
  readAddUp,
  readMeasure,
  readChange,
  readRefusal,
  readAboutCustomers,
  AGAIN.andWhat,
  readRecall,
  readReadmit,
  readWording,
  readSwitch,
  readControl,
  readSend,
  readShift,
  readAdjustOffer,
  readAdjust,
  readAdjustDeed,
  readCreate,
  readEdit,
  readFind,
  readTalk,
];

/** What has a fixed form is read to its last word. */
const WHOLE: ReadonlySet<Reading> = new Set([
  readOneText,
  readLetter,
  readBrief,
  readDesk,
  ...Object.values(AGAIN),
]);

/** What to call and say for one sentence; a pure function of its arguments. */
export function plan(written: string, situation: PlannerInput): Plan {
  const said = plainFollowUp(plainlySaid(written.slice(0, LONGEST)), situation);
  const answered = readAnswer(said, situation, planOf);
  if (answered) return answered;
  const corrected = readCorrection(said, situation, planOf);
  if (corrected) return corrected;
  const { sentence, input, undo } = takeBack(said, situation);
  const whole = planOf(sentence, input);
  const found = readInTurn(sentence, { input, whole, planOf }) ?? whole;
  return undo && found.calls.length > 0 ? { ...found, calls: [undo, ...found.calls] } : found;
}

function planOf(sentence: string, input: PlannerInput): Plan {
  const frame = readFrame(sentence, input);
  for (const read of READINGS) {
    const found = read(frame);
    if (found)
      return withCorrections(placed(found, sentence), WHOLE.has(read) ? { ...frame, passedOver: [] } : frame);
  }
  return withCorrections(notUnderstood(frame), frame);
}

/** Where the answer to its question belongs, in the whole sentence. */
function placed(found: Plan, sentence: string): Plan {
  const { slot, ...question } = found.question ?? {};
  const there = slot && inWhole(slot, sentence);
  if (!slot || there === slot) return found;
  return { ...found, question: { ...(question as Question), ...(there ? { slot: there } : {}) } };
}

// A request is a few sentences; what is longer is a text to be sent, and its rest is of no use to the grammar.
const LONGEST = 4000;

/** A word that was put right or passed over is said, so that it can be corrected. */
function withCorrections(found: Plan, { corrections, reader, passedOver }: Frame): Plan {
  // The words of a change stand in its card as they were said.
  if (found.calls.some(({ name }) => name === 'propose_change')) return found;
  const told =
    passedOver.length > 0 && found.calls.length > 0
      ? { ...found, unused: [...found.unused, ...passedOver] }
      : found;
  const isName = ({ to }: { to: string }) => to.split(' ').every((word) => reader.names.words.has(word));
  const said = corrections.filter(isName);
  if (said.length === 0 || found.calls.length === 0) return told;
  const words = said.map(({ from, to }) => `I read “${from}” as “${to}”.`).join(' ');
  return { ...told, say: [found.say, words].filter(Boolean).join(' ') };
}
