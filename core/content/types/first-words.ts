// What the first types are called in English, by their keys.
const list = (words: string): string[] => words.split('|');

export const FIRST_WORDS = {
  renewal: list(
    'renewal|renewals|renew|renewal reminder|renewal notice|renewal letter|contract renewal|renewal campaign|renewal offer|expiry reminder|expiry notice|contract reminder|extension|extend the contract|renewal nudge|nudge to renew|extension offer|contract extension|extension letter|renewal proposal|renewal request|renewal invitation|renewal invite|renewal mail|renewal email|renewal message|renewal note|prolongation|expiry warning|expiration notice|expiration reminder|contract expiry notice|end of contract notice|contract end reminder|renewal push|renewal follow up|renewal chaser',
  ),
  seasonal: list(
    "seasonal|seasonal greeting|seasonal greetings|season's greetings|seasonal campaign|seasonal message|seasonal offer|holiday campaign|holiday greeting|holiday greetings|holiday message|festive message|festive campaign|festive greetings|greeting|greetings|season greeting|seasonal note|seasonal wishes|season wishes|festive wishes|holiday wishes|holiday card|greeting card|greetings card|season card|seasonal card|festive card|festive note|holiday note|holiday mailing|festive mailing",
  ),
  announcement: list(
    'announcement|announcements|announce|brand announcement|product announcement|launch announcement|product news|news|newsletter|product launch|launch|update about|heads up|company news|brand news|product update|product info|news update|release note|release notes|bulletin|circular',
  ),
  followup: list(
    'follow-up|follow up|followup|follow-ups|follow ups|check in|check ins|checkin|quarterly follow-up|quarterly follow up|quarterly check-in|quarterly review|check-in|courtesy call|account review|courtesy message|courtesy note|catch up|catch up mail|catch up note|touch base|check up|quarterly catch up|relationship check|quarterly touch base|how are you doing note|quarterly check up|follow up note|follow up message',
  ),
  survey: list(
    'survey|surveys|service survey|satisfaction survey|customer satisfaction survey|satisfaction|nps|nps survey|feedback|feedback survey|feedback request|questionnaire|poll|opinion poll|customer survey|feedback form|rating request|satisfaction poll|customer feedback|satisfaction check|pulse survey|feedback questionnaire|quality survey',
  ),
  technical: list(
    'technical|technical notice|firmware notice|firmware update|software update|technical message|technical update|maintenance|maintenance notice|maintenance window|service notice|outage notice|downtime notice|system update|upgrade notice|tech notice|tech update|tech message|technical info|technical heads up|technical information|technical announcement|service interruption notice|service interruption|interruption notice|planned maintenance|scheduled maintenance|system maintenance|maintenance announcement|maintenance message|maintenance info|maintenance warning|service disruption|platform maintenance|it notice|system notice|outage|downtime|outage message|server maintenance|update notice|software notice|player update|system upgrade notice',
  ),
} as const;
