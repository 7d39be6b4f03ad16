type Props<K extends string> = {
  legend: string;
  of: Readonly<Partial<Record<K, string>>>;
  chosen: readonly K[];
  onChange: (chosen: K[]) => void;
  isShown?: boolean;
};

/** Any of several; the legend is heard, and seen where it is wanted. */
export const CheckList = <K extends string>({ legend, of, chosen, onChange, isShown = true }: Props<K>) => (
  <fieldset className="py-1.5">
    <legend className={isShown ? 'mb-1' : 'sr-only'}>{legend}</legend>
    <div className="flex flex-wrap gap-x-4 gap-y-2">
      {(Object.entries(of) as [K, string][]).map(([key, words]) => (
        <label key={key} className="flex items-center gap-2">
          <input
            type="checkbox"
            className="checkbox checkbox-sm"
            checked={chosen.includes(key)}
            onChange={({ target }) =>
              onChange(target.checked ? [...chosen, key] : chosen.filter((one) => one !== key))
            }
          />
          <span className="wrap-anywhere">{words}</span>
        </label>
      ))}
    </div>
  </fieldset>
);
