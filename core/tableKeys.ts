/** The keys of an object whose type lists them all, in their order; `Object.keys` types them as any text. */
export function tableKeys<T extends object>(object: T): (keyof T & string)[] {
  return Object.keys(object) as (keyof T & string)[];
}
