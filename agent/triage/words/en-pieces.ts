// Parts that several English wordings are made of.
export const NUMBER = '(?:\\d+|one|two|three|four|five|six|seven|eight|nine|ten|half|some)';

export const UNIT =
  '(?:zones?|units?|rooms?|areas?|outlets?|licen[cs]es?|sites?|locations?|venues?|players?|accounts?)';

export const WHEN =
  '(?:next (?:week|month|quarter|year|spring|summer|season)|after|later|in (?:\\d+|a few|a couple of|two|three|six|january|february|march|april|may|june|july|august|september|october|november|december|q\\d|the new year)|until|before)';

export const TALK =
  '(?:talk|speak|discuss|contact|call|write|e-?mail|message|get back|come back|circle back|check back|follow up|remind|ask|try|reach out|revisit|decide|review|look at)';

export const DOC =
  '(?:invoices?|quot(?:e|es|ation|ations)|contracts?|proposals?|agreements?|brochures?|details|documents?|documentation|pro-? ?forma|receipts?|price ?lists?|catalogue?s?|paperwork|terms|bank details|po|statement)';

export const DEVICE =
  '(?:music|sound|audio|players?|app|system|box|device|zone \\w+|speakers?|stream|playlist|internet|connection|screen|it|everything)';

export const RENEWING =
  '(?:renew\\w*|continu\\w+|extend\\w*|extension|proceed\\w*|go ahead|go on|sign\\w*|keep (?:it|going|the|using|you)|stay\\w*|accept\\w*|prolong\\w*)';
