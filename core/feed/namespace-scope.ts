import type { Namespace } from './namespaces/namespace.ts';
import type { Attributes } from './attributes.ts';

/** Feeds misspell namespace URIs in a few ways that mean nothing: scheme, `www.`, capitals, a slash or # at the end. */
export function normaliseNamespaceUri(uri: string): string {
  return uri
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[/#]+$/, '');
}

interface Scope {
  readonly depth: number;
  /** Canonical prefix by declared prefix; `undefined` for a namespace we do not know. */
  readonly prefixes: ReadonlyMap<string, string | undefined>;
  /** Canonical name by name as written: feeds use a few dozen names thousands of times. */
  readonly names: Map<string, string>;
}

const mostCachedNames = 1000;
const unknownName = '?';

/**
 * Turns names as written (`itunes:author`, `i:author`) into canonical ones by the xmlns declarations in force (Namespaces
 * in XML 1.0). Unprefixed names in no or an unknown default namespace get `''` as prefix; an undeclared prefix means what
 * it usually means.
 */
export class NamespaceScope {
  readonly #prefixByUri = new Map<string, string>();
  readonly #usualPrefixes = new Set<string>();
  #scopes: Scope[];

  constructor(namespaces: readonly Namespace[]) {
    for (const { prefix, uris } of namespaces) {
      this.#usualPrefixes.add(prefix);
      for (const uri of uris) this.#prefixByUri.set(uri, prefix);
    }
    this.#scopes = [{ depth: -1, prefixes: new Map(), names: new Map() }];
  }

  /** Takes in the declarations of a start tag; `depth` is that of its element. */
  enter(attributes: Attributes, depth: number): void {
    const scope = this.#scopes[this.#scopes.length - 1]!;
    let prefixes: Map<string, string | undefined> | undefined;
    for (const { name, value } of attributes) {
      if (!name.startsWith('xmlns')) continue;
      const declared = name === 'xmlns' ? '' : name.slice('xmlns:'.length);
      const canonical = this.#prefixByUri.get(normaliseNamespaceUri(value));
      // Feeds repeat the same declarations on every item; only a change is worth a scope.
      if (scope.prefixes.has(declared) && scope.prefixes.get(declared) === canonical) continue;
      prefixes ??= new Map(scope.prefixes);
      prefixes.set(declared, canonical);
    }
    if (prefixes) this.#scopes.push({ depth, prefixes, names: new Map() });
  }

  /** Forgets the declarations of the element at this depth. */
  leave(depth: number): void {
    if (this.#scopes[this.#scopes.length - 1]!.depth === depth) this.#scopes.pop();
  }

  /** `prefix:local` in lower case with our own prefix; just `local` for RSS; `?` for what is not ours. */
  canonicalName(name: string): string {
    const { names, prefixes } = this.#scopes[this.#scopes.length - 1]!;
    let canonical = names.get(name);
    if (canonical === undefined) {
      canonical = this.#resolve(name.toLowerCase(), prefixes);
      if (names.size < mostCachedNames) names.set(name, canonical);
    }
    return canonical;
  }

  #resolve(name: string, prefixes: Scope['prefixes']): string {
    const colon = name.indexOf(':');
    const prefix = colon < 0 ? '' : name.slice(0, colon);
    const local = name.slice(colon + 1);
    const isDeclared = prefixes.has(prefix);
    const known = isDeclared ? prefixes.get(prefix) : this.#usualPrefixes.has(prefix) ? prefix : undefined;
    if (known === undefined) return prefix === '' ? local : unknownName;
    return known === '' ? local : `${known}:${local}`;
  }
}
