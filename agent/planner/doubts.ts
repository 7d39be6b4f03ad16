// What stands between a sentence and acting on it: each becomes a question with choices. A word that may restrict the
// audience is never dropped, because the wider audience would then be acted upon in silence.

import { answeredWhat } from './doubt/answered-what.ts';
import { ask } from './doubt/ask.ts';
import { attached } from './doubt/attached.ts';
import { attachment } from './doubt/attachment.ts';
import { contradiction } from './doubt/contradiction.ts';
import { inOrder } from './doubt/in-order.ts';
import { leftOpen } from './doubt/left-open.ts';
import { badMoment, openDate, topicDay } from './doubt/moments.ts';
import { noSuchChannel } from './doubt/no-such-channel.ts';
import { noSuchCustomer } from './doubt/no-such-customer.ts';
import { hasBoth, ofEach } from './doubt/of-each.ts';
import { onlyThere } from './doubt/only-there.ts';
import { otherCurrency } from './doubt/other-currency.ts';
import { pointsAtNobody } from './doubt/points-at-nobody.ts';
import { roughly } from './doubt/roughly.ts';
import { slashedDate } from './doubt/slashed-date.ts';
import { soManyOfThem } from './doubt/so-many-of-them.ts';
import { testToWhom } from './doubt/test-to-whom.ts';
import { topicOrWho } from './doubt/topic-or-who.ts';
import { topicRestricts } from './doubt/topic-restricts.ts';
import { twoCampaigns } from './doubt/two-campaigns.ts';
import { twoOccasions } from './doubt/two-occasions.ts';
import { twoTopics } from './doubt/two-topics.ts';
import { unknownCampaign } from './doubt/unknown-campaign.ts';
import { ambiguous, unknownWords } from './doubt/unknown-words.ts';
import { unsure } from './doubt/unsure.ts';
import type { Frame } from './frame.ts';
import type { Plan } from './types.ts';

/** A plan that only asks, or null when nothing is in doubt. */
export function doubtsOf(frame: Frame): Plan | null {
  for (const find of [
    soManyOfThem,
    inOrder,
    twoCampaigns,
    twoTopics,
    testToWhom,
    twoOccasions,
    ambiguous,
    unknownCampaign,
    unknownWords,
    unsure,
    leftOpen,
    noSuchChannel,
    pointsAtNobody,
    answeredWhat,
    attached,
    roughly,
    otherCurrency,
    onlyThere,
    ofEach,
    hasBoth,
    slashedDate,
    noSuchCustomer,
    topicOrWho,
    topicRestricts,
    attachment,
    topicDay,
    badMoment,
    openDate,
    contradiction,
  ]) {
    const question = find(frame);
    if (question) return ask(question, frame);
  }
  return null;
}
