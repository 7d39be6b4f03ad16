// What a brief says to whoever prepares it, beside what it asks for.

/** Nothing is sent without being asked, and each letter says how to stop: that is so anyway. */
const ANYWAY =
  /\b(?:ask|check\s+with|show|let)\s+me\b.*\b(?:before|first|approv\w*)\b|\b(?:send|sent|goes?|going)\b.*\bwithout\s+my\b|\b(?:unsubscribe|opt-?out)\b.*\b(?:every|each|all|line|link)\b|^(?:(?:we|there)\s+(?:do\s+not|don[’']t)\s+need|nobody\s+needs|no)\s+(?:an?\s+)?(?:pictures?|images?|photos?)\b|\bsubject\s+lines?\b|^fyi\b|^(?:from|cc|sent|fwd?|re)\s*:|^first\s+come,?\s+first\s+served$|^(?:thanks?(?:\s+(?:you|a\s+lot|in\s+advance))?|cheers|best(?:\s+regards)?|hi|hello|dear)\b[^.]{0,20}$/i;
export const isSoAnyway = (text: string): boolean => ANYWAY.test(text);

/** Of us and of the work on it: no news for a customer. */
const OF_US =
  /\b(?:show|give|send|tell|ask|call)\s+me\b|\blet\s+me\s+(?:see|know|have)\b|^(?:please\s+)?(?:i|my)\b|\bi(?:[’']m|\s+am|\s+will\s+be)\s+(?:out|away|travelling|traveling|on\s+(?:holiday|leave)|in\s+meetings)\b|^(?:legal|finance|compliance|marketing|management|the\s+(?:legal|finance|marketing)\s+team)\s+(?:wants?|asks?|insists?|needs?|says?|requires?)\b/i;
export const isOfUs = (text: string): boolean => OF_US.test(text);
