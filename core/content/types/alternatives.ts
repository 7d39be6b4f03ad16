// Other subjects and other ways to ask, by type: Liquid over the fields of a wording. Those whose facts are not known of a
// customer are not offered.

export type Alternatives = { subjects: readonly string[]; asks: readonly string[] };

/** For every type, after its own ones. */
export const GENERAL: Alternatives = {
  subjects: [
    '{{ customer.name }}: {{ topic_title }}',
    'A word about your {{ sender.service }} at {{ customer.name }}',
  ],
  asks: [
    'Please reply with a time that suits, and we will call you.',
    'A short answer is enough: please reply with yes, no or a question.',
  ],
};

const one = (subject: string, ...asks: string[]): Alternatives => ({ subjects: [subject], asks });

export const ALTERNATIVES: Readonly<Record<string, Alternatives>> = {
  renewal: {
    subjects: [
      'Your agreement for {{ customer.name }} ends in {{ contract.days_left }} days',
      '{{ unit_phrase }} at {{ customer.name }}: shall we continue?',
    ],
    asks: [
      'Please reply YES to renew for {{ contract.total }} a year.',
      'Please confirm the renewal by replying.',
    ],
  },
  seasonal: one(
    '{{ occasion }} at {{ customer.name }}',
    'Please tell us your dates for {{ occasion }} by replying.',
  ),
  announcement: one(
    'New for {{ customer.name }}',
    'Please reply and we will show you at {{ customer.name }}.',
  ),
  followup: one(
    'How is everything at {{ customer.name }}?',
    'Please reply with anything that should change.',
  ),
  survey: one('One question for {{ customer.name }}', 'Please answer with a number from 0 to 10.'),
  technical: one('Please note: {{ topic_short }}', 'Please reply if the time does not suit.'),
  early_renewal: one(
    '{{ customer.name }}: settle next year now',
    'Please reply YES, and the coming year is settled.',
  ),
  price_change: one(
    'The price of your {{ sender.service }} at {{ customer.name }}',
    'Please reply with any question about the price.',
  ),
  payment_reminder: one(
    '{{ customer.name }}: a payment is open',
    'Please reply with the date of the payment.',
  ),
  welcome: one(
    'Good to have you with us, {{ customer.name }}',
    'Please reply and tell us whom else we should welcome.',
  ),
  onboarding: one(
    'The first steps for {{ customer.name }}',
    'Please choose a time for the first steps and reply with it.',
  ),
  holiday_hours: one(
    'When we are there for {{ customer.name }}',
    'Please tell us by reply what you will need in that time.',
  ),
  contact_update: one(
    'Whom should we write to at {{ customer.name }}?',
    'Please reply with the name and address of the right person.',
  ),
  win_back: one(
    '{{ customer.name }}: shall we talk again?',
    'Please reply, and we will make you a proposal.',
  ),
  feature: one(
    '{{ customer.name }}: would you like to try it?',
    'Please reply YES to try it at {{ customer.name }}.',
  ),
  post_issue_survey: one('How did we do, {{ customer.name }}?', 'Please answer with a number from 0 to 10.'),
  upsell: one('More for {{ customer.name }}', 'Please reply to get a proposal for {{ customer.name }}.'),
  cross_sell: one(
    'What goes well with your {{ sender.service }}',
    'Please reply to hear what fits {{ customer.name }}.',
  ),
  event: one('You are invited, {{ customer.name }}', 'Please reply to tell us who will come.'),
  voucher: one('Something for you, {{ customer.name }}', 'Please reply to use it.'),
  loyalty: one('Thank you for your loyalty, {{ customer.name }}', 'Please reply to use your advantage.'),
  anniversary: one(
    'A day to celebrate with {{ customer.name }}',
    'Please reply and tell us what comes next.',
  ),
  referral: one(
    'Whom do you know, {{ customer.name }}?',
    'Please reply with the name of somebody we should talk to.',
  ),
  abandoned_order: one(
    'Shall we finish your order, {{ customer.name }}?',
    'Please reply YES and we will finish the order.',
  ),
  back_in_stock: one('Back again, {{ customer.name }}', 'Please reply to have it put aside.'),
  review_request: one('Your opinion of us, {{ customer.name }}', 'Please reply with two or three sentences.'),
  reconsent: one('May we keep writing to {{ customer.name }}?', 'Please reply YES if we may.'),
  thank_you: one('Thank you, {{ customer.name }}', 'Please tell us by reply what we can do better.'),
};
