import type { Lexicon } from './lexicon.ts';

/** Numbers, money, and what an order goes by. */
export const enAmounts = {
  numbers: {
    0: 'zero|nil',
    1: 'one|single|a single',
    2: 'two|a couple of|couple of|couple',
    3: 'three',
    4: 'four',
    5: 'five',
    6: 'six|half a dozen',
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
    gt: 'more than|longer than|for longer than|older than|over|above|greater than|larger than|bigger than|exceeding|higher than|in excess of|exceeds|exceed|north of|beyond',
    ge: 'at least|minimum|min|a minimum of|no less than|no fewer than|not less than|upwards of|no less|not under|not below',
    lt: 'less than|shorter than|fewer than|under|below|smaller than|lower than|cheaper than|not even|south of|short of',
    le: 'at most|maximum|max|a maximum of|no more than|not more than|up to',
    eq: 'exactly|precisely|equal to',
  },
  comparatorsAfter: {
    ge: 'or more|or above|or higher|and more|and above|and up|or over|upwards|plus|or greater|or bigger|and upwards|up|or upwards|minimum|at the least|or so and up',
    le: 'or less|or fewer|or below|or under|and less|and below|or smaller|tops|maximum|at the most',
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
  amountWords: {
    contract_value:
      'worth|valued at|contract value|value|revenue|annual value|yearly value|bringing in|spending|spend|bring in|brings in|bring us|brings us|generate|generates|make us|pay us|pays us|paying us|billing|billings|annual contract|annual contract value|yearly contract|turnover|bringing us|generating|acv|arr|tcv|annual revenue|yearly revenue|brings us in|revenue of|billed|billing us|spends|total value|value per year|value of the contract|contract worth|contracts worth|annual spend|yearly spend|annual fee|yearly fee|valued',
    unit_price:
      'price|rate|paying|pay|priced at|price per zone|rate per zone|cost|costing|costs|fee|priced|charged',
    order_value: 'spender|spent|spend|spending|spends|order value|orders worth|bought for|purchases of',
    unit_count: 'number of units|unit count|zone count|number of zones|size of',
  },
  superlatives: {
    'contract_value:highest':
      'top|best|{are/is/} worth {the/} most|most valuable|highest value|highest paying|biggest spending|best paying|most important|highest valued|highest|highest ranked|paying the most|who pay the most|pay the most|spending the most|bringing in the most|most paying|richest',
    'contract_value:lowest': 'bottom|worst|least valuable|lowest value|lowest paying|lowest|lowest ranked',
    'order_value:highest': 'spent the most|spend the most|spent most|biggest spenders|top spenders',
    'order_value:lowest': 'spent the least|spend the least|spent least',
    'order_count:highest': 'ordered the most|ordered most often|ordered most|bought the most|most orders',
    'order_count:lowest': 'ordered the least|ordered least often|fewest orders',
    'unit_count:highest': 'biggest|largest',
    'unit_count:lowest': 'smallest',
    'unit_price:highest': 'most expensive|priciest',
    'unit_price:lowest': 'cheapest',
    'contract_start:highest': 'newest|most recent',
    'contract_start:lowest': 'oldest|longest standing',
    'contract_end:lowest':
      'soonest expiring|next expiring|soonest ending|earliest expiring|soonest to expire|next to expire',
  },
} satisfies Partial<Lexicon>;
