import type { Lexicon } from './lexicon.ts';

/** What is said of messages: who reads them, how they sound, which way they go, what they are about. */
export const enMessages = {
  roles: {
    general_manager: 'general manager|gm|gms|hotel manager|resident manager',
    purchasing: 'purchasing manager|purchasing|procurement|buyer|purchaser|procurement manager',
    finance:
      'finance|financial controller|accounting|accountant|finance manager|director of finance|accounts payable',
    food_beverage:
      'f b|f b director|f b manager|food and beverage|food beverage|director of f b|director of food and beverage|food and beverage manager|director of food beverage',
    it: 'it|it manager|it director|it team|it contact|it people|it department|technical manager|technical {contact/person/lead/team/people}|it guy',
    operations: 'operations manager|operations|director of operations|ops manager|ops',
    owner_manager: 'business owner|owner manager|proprietor|owners|business owners|proprietors',
    marketing:
      'marketing manager|marketing director|marketing team|{head/chief/director} of marketing|marketing {people/lead/head/department}|director of marketing|marketing contact',
  },
  tones: {
    formal:
      'formal|formally|more formal|polite|{very/extremely/really/especially/particularly} {formal/polite/professional/respectful/serious}|politer|professional|official|serious|formal tone|businesslike|{professional/polite/serious/official/respectful/calm/neutral/sober/matter of fact} {tone/style/voice}|in a {professional/polite/formal/serious/calm/neutral/respectful} {tone/way/manner}',
    casual:
      'casual|casually|more casual|{very/extremely/really/especially/particularly} {friendly/warm/personal/casual/relaxed}|informal|friendly|friendlier|relaxed|chatty|warm|warmer|casual tone|friendly tone|less formal|{personal/warm/kind/cheerful/upbeat/light/relaxed/chatty/informal/conversational} {tone/style/voice}|in a {personal/warm/kind/cheerful/friendly/relaxed} {tone/way/manner}|cheerful|upbeat',
  },
  lengths: {
    short:
      'short|brief|concise|crisp|short and sweet|shortish|snappy|to the point|short and to the point|{keep/make} it {short/brief/concise/crisp/snappy}|{keep/make} it {nice and/rather/fairly/very} {short/brief}|something {short/brief}|in {a few/two/three} {lines/sentences}|just {a few/two/three} {lines/sentences}|a few {lines/sentences}|not too long|{/max/maximum/at most/no more than/not more than/up to/only/just/about/in} {one/two/three/four/five/a couple of/1/2/3/4/5} {short/} {sentences/lines/paragraphs} {/max/maximum/at most/tops/only/please}|{max/maximum/at most/no more than/up to/under/not more than/in/about/around} {30/40/50/60/80/100/120/150} words|{30/40/50/60/80/100/120/150} words {/max/maximum/at most/tops}',
    full: 'detailed|in detail|in full detail|lengthy|full length|long version',
  },
  channels: {
    email: 'email|e mail|mail|{email/e mail/mail} inbox|their inboxes',
    whatsapp: 'whatsapp|whats app|wa',
    line: 'line|line app|line message',
    sms: 'sms|text message',
    push: 'push|push notification|push message|mobile push|app push',
    web_push: 'web push|browser push|browser notification|web notification',
    in_app: 'in app|in app message|in app notification',
    telegram: 'telegram|telegram message',
    slack: 'slack|slack message',
    messenger: 'messenger|facebook messenger|fb messenger',
    instagram: 'instagram|instagram dm|instagram message|insta',
    rcs: 'rcs|rcs message',
    voice: 'voice|voice call|automated call|robocall',
    webhook: 'webhook',
    facebook: 'facebook|facebook page|facebook post',
    x: 'twitter|x com|tweet',
    linkedin: 'linkedin|linked in|linkedin page|linkedin post',
    task: 'call task|call tasks|call list|calling list',
  },
  occasions: {
    Christmas: 'christmas|xmas|x mas|festive season|holiday season|festive',
    'New Year': 'new year|new year eve|nye',
    'Lunar New Year': 'lunar new year|chinese new year|cny|tet',
    Songkran: 'songkran|thai new year|water festival',
    'Loy Krathong': 'loy krathong',
    Ramadan: 'ramadan|ramadan kareem|ramadan mubarak',
    Eid: 'eid|eid mubarak',
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
    renewal:
      'remind|reminder|renew|for {renewing/prolonging/extending}|nudge|jog their memory|jog the memory of',
    announcement:
      'announce|tell|inform|let know|congratulate|{extend/send/pass on/express} our apologies to|notify|news|announcement|announcing|introduce|apologise|apologize|say sorry',
    event: 'invite|inviting|invitation|an invitation',
    seasonal: 'wish|greet|greeting|season greeting',
    survey:
      'survey|poll|{how/whether} they {liked/enjoyed/find/found/feel about/felt about/rate/rated/would rate/are finding/are getting on with/get on with/are enjoying}|how {pleased/content/well looked after} they are|whether they are {happy/satisfied/content/pleased}|if they are {happy/satisfied/content/pleased}|how we can {improve/do better/help them/serve them better}|what we {can/could} {improve/do better}|how did they {like/find/enjoy}|feedback|ask for feedback|questionnaire|nps|how satisfied they are|how happy they are|how satisfied|how happy|how they like|how they rate|rate us|how we are doing|what they think of us|what they think|how content|how content they are|their opinion|opinions|satisfaction',
    followup:
      'win back|winback|win them back|win back draft|reactivation|re engagement|follow up|check in|chase|following up',
    technical: 'maintenance|outage|downtime',
    thank_you:
      '{thank/thanking} {all/our/the/every/everyone/everybody/them/those/customers/clients/my/each/anyone/any/whoever}|to thank|say {thanks/thank you} to|express our thanks|a {big/heartfelt/warm/little} thank you|a thank you|{extend/send/pass on/express} our {thanks/gratitude} to|{our/my/many/big} thanks|our gratitude',
  },
} satisfies Partial<Lexicon>;
