import { enCues } from './en-cues.ts';
import type { Lexicon } from './lexicon.ts';

export const en: Lexicon = {
  language: 'en',
  cues: enCues,
  operators: {
    and: 'and|&|and the|and all|and the ones|as well as|plus|along with|together with',
    or: 'or|either',
    not: 'not|non|no longer|are not|is not|that are not|which are not|never',
    neither: 'neither',
    nor: 'nor',
    but: 'but',
    except:
      'except|excl|leaving out|not including|except for|excepting|but not|excluding|other than|apart from|aside from|save for|besides|minus|with the exception of',
    without: 'without|with no|with out|w o',
    only: 'only|just|solely|exclusively|nothing but',
    also: 'also|too|in addition|additionally',
    instead: 'instead|rather|instead of that',
    insteadOf: 'instead of|rather than|in place of',
  },
  roles: {
    general_manager: 'general manager|gm|gms|hotel manager|resident manager',
    purchasing: 'purchasing manager|purchasing|procurement|buyer|purchaser|procurement manager',
    finance:
      'finance|financial controller|accounting|accountant|finance manager|director of finance|accounts payable',
    food_beverage:
      'f b|f b director|f b manager|food and beverage|food beverage|director of f b|director of food and beverage|food and beverage manager|director of food beverage',
    it: 'it manager|it director|it team|it contact|it people|it department|technical manager|it guy',
    operations: 'operations manager|operations|director of operations|ops manager|ops',
    owner_manager: 'business owner|owner manager|proprietor',
    marketing: 'marketing manager|marketing director|marketing team|director of marketing|marketing contact',
  },
  tones: {
    formal:
      'formal|formally|more formal|polite|politer|professional|official|serious|formal tone|businesslike',
    casual:
      'casual|casually|more casual|informal|friendly|friendlier|relaxed|chatty|warm|warmer|casual tone|friendly tone|less formal',
  },
  channels: {
    email: 'email|e mail|mail',
    whatsapp: 'whatsapp|whats app|wa',
    line: 'line|line app|line message',
    sms: 'sms|text message',
  },
  months: {
    1: 'january|jan',
    2: 'february|feb',
    3: 'march|mar',
    4: 'april|apr',
    5: 'may',
    6: 'june|jun',
    7: 'july|jul',
    8: 'august|aug',
    9: 'september|sep|sept',
    10: 'october|oct',
    11: 'november|nov',
    12: 'december|dec',
  },
  weekdays: {
    1: 'monday|mon',
    2: 'tuesday|tue|tues',
    3: 'wednesday|wed',
    4: 'thursday|thu|thur|thurs',
    5: 'friday|fri',
    6: 'saturday|sat',
    7: 'sunday|sun',
  },
  units: {
    day: 'day|calendar day',
    week: 'week',
    month: 'month',
    quarter: 'quarter|qtr',
    half: 'half year|half',
    year: 'year|calendar year',
  },
  relatives: {
    this: 'this|current|the current|the running',
    next: 'next|the next|coming|the coming|upcoming|following|the following',
    last: 'last|the last|previous|the previous|past|the past|preceding',
  },
  bounds: {
    by: 'on or before|at or before|by|no later than|not later than|latest by',
    until: 'until|till|til|up to|through|thru',
    before: 'any time before|anytime before|before|earlier than|prior to|ahead of',
    after: 'after|later than|past|beyond',
    since: 'since|as of',
    from: 'not before|no earlier than|not earlier than|from|starting from|starting|beginning|as from',
    between: 'between',
    within: 'within|inside|in|over|during|in less than|in under',
    to: 'to|and|until|till|through|thru',
    endOf: 'end of|the end of|end|late|late in|towards the end of',
    early: 'early|early in|beginning of|the beginning of|start of|the start of|first part of',
    mid: 'mid|middle of|the middle of',
    first: 'first|1st|the first|h1',
    second: 'second|2nd|the second|h2',
  },
  numbers: {
    1: 'one|single|a single',
    2: 'two|a couple of|couple of|couple',
    3: 'three',
    4: 'four',
    5: 'five',
    6: 'six',
    7: 'seven',
    8: 'eight',
    9: 'nine',
    10: 'ten',
    11: 'eleven',
    12: 'twelve|dozen|a dozen',
    15: 'fifteen',
    20: 'twenty',
    30: 'thirty',
    45: 'forty five',
    60: 'sixty',
    90: 'ninety',
    100: 'hundred|a hundred|one hundred',
  },
  comparators: {
    gt: 'more than|over|above|greater than|larger than|bigger than|exceeding|higher than|in excess of|upwards of',
    ge: 'at least|minimum|min|a minimum of|no less than|no fewer than|not less than',
    lt: 'less than|fewer than|under|below|smaller than|lower than|cheaper than',
    le: 'at most|maximum|max|a maximum of|no more than|not more than|up to',
    eq: 'exactly|precisely|equal to',
  },
  comparatorsAfter: {
    ge: 'or more|or above|or higher|and more|and above|and up|or over|upwards|plus',
    le: 'or less|or fewer|or below|or under|and less|and below',
  },
  currencies: {
    THB: 'thb|baht|฿',
    USD: 'usd|dollar|us dollar',
    EUR: 'eur|euro',
    GBP: 'gbp|pound',
    SGD: 'sgd|singapore dollar',
    JPY: 'jpy|yen',
    CNY: 'cny|rmb|yuan',
    VND: 'vnd|dong',
    MYR: 'myr|ringgit',
    IDR: 'idr|rupiah',
    AED: 'aed|dirham',
    QAR: 'qar',
    HKD: 'hkd',
    CHF: 'chf',
  },
  dateWords: {
    'contract_end:future':
      'expiring|expire|expiry|expiration|expiration date|expiry date|ending|end|end date|contract end|renewal|renewal date|renewing|renew|due|due for renewal|up for renewal|coming up for renewal|lapsing|lapse|running out|run out|runs out|finish|finishing|up',
    'contract_end:past': 'expired|lapsed|ended|ran out|finished|overdue|run out already|lapse already',
    'contract_start:past':
      'started|signed|signed up|joined|onboarded|began|customers since|customer since|with us since',
    'contract_start:future': 'contract start|start date|starting|start|go live|going live|beginning',
  },
  amountWords: {
    contract_value:
      'worth|valued at|contract value|value|revenue|annual value|yearly value|bringing in|spending|spend',
    unit_price: 'price|rate|paying|pay|priced at|price per zone|rate per zone|cost',
    unit_count: 'number of units|unit count|zone count|number of zones|size of',
  },
  known: {
    with: 'with|having|who have|that have|which have|has|have|with known|with a known',
    without:
      'without|with no|have no|has no|having no|missing|lacking|no|do not have|does not have|without known|with unknown|unknown|without any|no known',
  },
  events: {
    ordered:
      'ordered|order|bought|buy|purchased|purchase|placed an order|placed order|order from us|spent|spend with us|place an order',
    was_active: 'was active|were active|been active|active|logged in|activity|been seen',
    'was_active:not': 'inactive|been inactive|gone quiet|been quiet|gone silent|been silent|silent',
    was_contacted:
      'contacted|contact|heard from us|hear from us|heard of us|written to|wrote to|write to|reached out to|messaged|emailed|mailed|spoken to|talked to|been contacted|received anything|got anything from us|received anything from us|received a message|received an email|got an email|received mail',
    got_message: 'received|got the message|got the email|got our message|got our email',
    opened_message: 'opened|open|read our message|read our email|read the email|read the message|read',
    clicked_link: 'clicked|click|clicked on|clicked through|tapped',
    replied:
      'replied|reply|answered|answer|responded|respond|got back to us|get back to us|heard back from|heard back|heard from|hear from|hear back from|written back|wrote back|been in touch|reacted|react|response|reply from',
  },
  superlatives: {
    'contract_value:highest':
      'top|best|most valuable|highest value|highest paying|biggest spending|best paying|most important|highest valued',
    'contract_value:lowest': 'bottom|worst|least valuable|lowest value|lowest paying',
    'unit_count:highest': 'biggest|largest',
    'unit_count:lowest': 'smallest',
    'unit_price:highest': 'most expensive|priciest',
    'unit_price:lowest': 'cheapest',
    'contract_start:highest': 'newest|most recent',
    'contract_start:lowest': 'oldest|longest standing',
    'contract_end:lowest':
      'soonest expiring|next expiring|soonest ending|earliest expiring|soonest to expire|next to expire',
  },
  reach: {
    'reachable:yes': 'reachable|can be reached|can reach|contactable|we can reach|able to reach',
    'reachable:no':
      'unreachable|not reachable|can not be reached|can not reach|not be reached|not contactable|we can not reach|can not we reach|not reach',
    opted_out:
      'opted out|have opted out|has opted out|unsubscribed|have unsubscribed|who unsubscribed|who opted out',
    consent:
      'marketing consent|consent|consented|opted in|opt in|gave consent|given consent|agreed to marketing|gave us consent',
  },
  typeWords: {
    Gym: 'fitness|fitness club|fitness centre|fitness center|health club|fitness studio',
    Hotel: 'resort|hotel and resort',
    Mall: 'shopping mall|shopping centre|shopping center|department store',
    Retail: 'shop|store|outlet|retailer|boutique|retail store|retail shop',
    Restaurant: 'eatery|diner|bistro|dining',
    Café: 'coffee shop|coffeehouse|cafe|cafeteria',
    Bar: 'pub|rooftop bar',
    Club: 'night club|nightclub',
    Office: 'office building|coworking space',
    Spa: 'wellness centre|wellness center',
    'Serviced Residence': 'serviced apartment|residence|aparthotel|apartment hotel|serviced residence',
    'Beach Club': 'beachclub',
  },
  occasions: {
    Christmas: 'christmas|xmas|x mas|festive season|holiday season|festive',
    'New Year': 'new year|new year eve|nye',
    'Lunar New Year': 'lunar new year|chinese new year|cny|tet',
    Songkran: 'songkran|thai new year|water festival',
    'Loy Krathong': 'loy krathong',
    Ramadan: 'ramadan',
    Eid: 'eid',
    Diwali: 'diwali|deepavali',
    Easter: 'easter',
    "Valentine's Day": 'valentine|valentine day',
    Halloween: 'halloween',
    'Mid-Autumn Festival': 'mid autumn festival|moon festival',
    Thanksgiving: 'thanksgiving',
    Oktoberfest: 'oktoberfest',
    summer: 'summer season|summer',
    winter: 'winter season|winter',
  },
  typeVerbs: {
    renewal: 'remind|reminder|renew',
    announcement: 'announce|tell|inform|let know|notify|invite|news|announcement|announcing|introduce',
    seasonal: 'wish|greet|greeting|season greeting|congratulate',
    survey: 'survey|poll|feedback|ask for feedback|questionnaire|nps',
    followup: 'follow up|check in|chase|following up',
    technical: 'maintenance|outage|downtime',
  },
  dayParts: {
    '09:00': 'morning|in the morning|first thing|first thing in the morning',
    '12:00': 'noon|midday|at noon|lunchtime',
    '14:00': 'afternoon|in the afternoon|after lunch',
    '18:00': 'evening|in the evening|tonight',
  },
  clock: {
    local:
      'their time|local time|their local time|in their time zone|in their own time zone|in their zone|their own time|recipient time|in local time|in each recipient zone|in the recipient time zone|their clock|customer time|where they are',
    ours: 'our time|my time|our local time|office time|head office time',
    now: 'now|right now|right away|immediately|asap|as soon as possible|straight away|straightaway|at once|as soon as it is approved|once approved',
  },
  naming: {
    name: 'called|named|name contains|name containing|name includes|name including|name has|name is|names contain|name with|whose name contains|whose names contain|with the name|by the name of',
    owner:
      'owned by|managed by|looked after by|handled by|assigned to|belonging to|account manager is|account manager|owner is|owner|whose account manager is',
  },
  nouns: {
    customer:
      'customer|client|account|site|property|location|venue|company|business|contract|subscription|subscriber|place|establishment|one|people|contact|guest|partner|member|user|hotelier|team|agreement',
    everybody:
      'anything|anyone|anybody|all|every|everyone|everybody|everything|each|any|entire|whole|all of|every single|all our|all my|all the|everywhere',
  },
  skip: {
    article: 'a|an|the|some|of|our|your|their|his|her|its|my|us|we|i|me|you|he|she|they|there|here',
    be: 'is|are|was|were|be|been|being|will|would|shall|should|could|can|may be|do|does|did|have|has|had|having|am|get|gets|getting|going|go|want|wants|need|needs|like|love|let',
    preposition:
      'in|at|on|to|for|from|with|by|of|into|within|across|around|throughout|about|as|per|that|which|who|whose|where|when|whom|near|inside|under|via',
    politeness:
      'lgtm|both|wait|now the|please|pls|plz|kindly|hi|hello|hey|thanks|thank you|thx|ok|okay|now then|well|so|yes|yeah|yep|sure|great|good|nice|cool|perfect|actually|hmm|oh|sorry|could you|can you|would you|i would like to|i want to|i need to|we need to|we want to|quick|quickly|right|again|dear|do you know|happy|merry|prosperous|blessed',
    filler:
      'specifically|something|mailing|mailshot|outreach|batch|tone|channel|channels|style|schedule|timing|audience|recipients|receive|based|located|situated|today already|already|still|then|out|up|off|over|also|own|belonging|belong|run|branded|list|campaign|message|note|letter|template|notification|information|info|regarding|concerning|it|them|those|these|this|that|such|yet|whichever|use|used|using|existing|date|dates|total|overall|country|city|region|town|area|platform|system|service|there are|is there|are there|got|different|various|local|stuff|guys|folks|msg|ppl|thru|w|asap please|btw|fyi|ones|total number|lot|and so on|etc',
  },
};
