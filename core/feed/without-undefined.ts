type Defined<T> = { [Key in keyof T as undefined extends T[Key] ? never : Key]: T[Key] } & {
  [Key in keyof T as undefined extends T[Key] ? Key : never]?: Exclude<T[Key], undefined>;
};

/** The same object without the keys whose value is `undefined`: absent means absent in the model, also once it is stored. */
export function withoutUndefined<T extends object>(value: T): Defined<T> {
  const given = value as Record<string, unknown>;
  const kept: Record<string, unknown> = {};
  for (const key in given) if (given[key] !== undefined) kept[key] = given[key];
  return kept as Defined<T>;
}
