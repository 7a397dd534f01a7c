/**
 * A value as it is held here: numbers for every kind of number (64-bit ones lose what is above 2^53), text for strings, paths
 * and signatures, a list for arrays and structs, and a list of pairs for a dictionary.
 */
export type WireValue = number | boolean | string | Variant | readonly WireValue[];

/** A value that carries its type. */
export interface Variant {
  readonly signature: string;
  readonly value: WireValue;
}

export function variant(signature: string, value: WireValue): Variant {
  return { signature, value };
}
