/** A WebAssembly module as a `data:` address, put there by the bundler. */
declare module '*.wasm?url&inline' {
  const address: string;
  export = address;
}

/** What the decoders use of WebAssembly, which Node declares nowhere. */
declare namespace WebAssembly {
  interface Module {
    readonly [Symbol.toStringTag]: 'WebAssembly.Module';
  }
  function compile(bytes: Uint8Array): Promise<Module>;
  function instantiate(
    module: Module,
    imports: Readonly<Record<string, Readonly<Record<string, () => number>>>>,
  ): Promise<{ readonly exports: unknown }>;
}
