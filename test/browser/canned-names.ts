// Names that break pages: hostile, very long, right-to-left, Thai and Japanese.
export const HOSTILE = '<img src=x onerror="window.hacked = true">';
export const LONG =
  `Hilton ${'Extraordinarily Long Riverside Residences and Convention Centre '.repeat(5)}`.slice(0, 300);
export const NAMES = [
  'Hilton Garden Inn Phuket Bang Tao',
  HOSTILE,
  LONG,
  'ヒルトン東京お台場 オールデイダイニング',
  'โรงแรมฮิลตัน พัทยา บีชฟร้อนท์',
  'هيلتون الرياض للفنادق والأجنحة السكنية',
  'Conrad Koh Samui',
  'DoubleTree by Hilton Kuala Lumpur',
  'Hilton Kuala Lumpur',
  'Waldorf Astoria Bangkok',
  `Unbroken${'Longname'.repeat(30)}`,
];
