// Whether a text is what an approved template would say, and with which parameters. Exact: template and parameters put
// together again are the text, sign by sign.

/** How a parameter stands in a body. */
const SLOT = /\{\{\s*(\d+)\s*\}\}/;

/**
 * The parameters in their order, or null when the text is another one. Parameters hold no line break, no tab and no
 * run of blanks, because platforms refuse those; one that stands twice has to say the same twice.
 */
export function fitTemplate(body: string, text: string): string[] | null {
  // "Dear {{1}}, …" as literal, number, literal, number …
  const [first = '', ...rest] = body.split(new RegExp(SLOT, 'g'));
  if (!text.startsWith(first)) return null;
  const numbers = rest.filter((_, at) => at % 2 === 0).map(Number);
  const literals = rest.filter((_, at) => at % 2 === 1);
  if (numbers.length === 0) return text === first ? [] : null;
  const values = valuesBetween(text.slice(first.length), literals);
  return values && inOrder(numbers, values);
}

/** Each value ends where the next literal first follows; the last literal is the end of the text. */
function valuesBetween(text: string, literals: readonly string[]): string[] | null {
  const values: string[] = [];
  let at = 0;
  for (const [place, literal] of literals.entries()) {
    const isLast = place === literals.length - 1;
    const end = isLast ? text.length - literal.length : text.indexOf(literal, at + 1);
    if (end <= at || (isLast && !text.endsWith(literal))) return null;
    values.push(text.slice(at, end));
    at = end + literal.length;
  }
  return values.every((value) => !/[\n\t]| {4}/.test(value)) ? values : null;
}

function inOrder(numbers: readonly number[], values: readonly string[]): string[] | null {
  const parameters: string[] = [];
  for (const [at, number] of numbers.entries()) {
    const [known, value] = [parameters[number - 1], values[at]!];
    if (number < 1 || number > numbers.length || (known !== undefined && known !== value)) return null;
    parameters[number - 1] = value;
  }
  const count = new Set(numbers).size;
  return parameters.length === count && parameters.every((value) => value !== undefined) ? parameters : null;
}

/** The body with its parameters in place. */
export const fillTemplate = (body: string, parameters: readonly string[]): string =>
  body.replace(new RegExp(SLOT, 'g'), (_, number: string) => parameters[Number(number) - 1] ?? '');
