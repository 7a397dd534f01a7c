/** Ends an exhaustive switch: a new union member becomes a compile error here. Throws if untyped data gets through. */
export function assertNever(value: never, what: string): never {
  throw new Error(`Unexpected ${what}: ${JSON.stringify(value)}`);
}
