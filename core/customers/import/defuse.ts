// A spreadsheet runs a cell that begins like this as a formula, wherever its text came from. One that was defused
// already is defused once more, so that taking it off gives back every text as it was.
const FORMULA = /^'*[=+\-@\t\r]/;
const DEFUSED = /^'(?='*[=+\-@\t\r])/;

/** A cell that a spreadsheet shows as text: https://owasp.org/www-community/attacks/CSV_Injection */
export const defuse = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell);

/** The text as it was before it was defused. */
export const undefuse = (cell: string): string => cell.replace(DEFUSED, '');
