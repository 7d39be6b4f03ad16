/** What another program calls a person, such as a number or a user name; it may tell capitals apart. */
export function normaliseOpaqueId(address: string): string | null {
  const id = address.trim();
  return /^\w[\w.@:+|=~-]{1,199}$/.test(id) ? id : null;
}
