type Defined<T> = { [Key in keyof T as undefined extends T[Key] ? never : Key]: T[Key] } & {
  [Key in keyof T as undefined extends T[Key] ? Key : never]?: Exclude<T[Key], undefined>;
};

/** The same object without the keys whose value is `undefined`: absent means absent in the model, also once it is stored. */
export function withoutUndefined<T extends object>(value: T): Defined<T> {
  const kept: Record<string, unknown> = {};
  for (const [key, given] of Object.entries(value)) if (given !== undefined) kept[key] = given;
  return kept as Defined<T>;
}
