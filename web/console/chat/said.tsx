/** The first paragraph answers; what follows are remarks. */
export const Said = ({ text }: { text: string }) =>
  text.split(/\n{2,}/).map((paragraph, index) => (
    <p
      // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of one text never reorder
      key={index}
      className={`my-1 whitespace-pre-wrap wrap-anywhere ${index > 0 ? 'text-sm opacity-80' : ''}`}
      dir="auto"
    >
      {paragraph}
    </p>
  ));
