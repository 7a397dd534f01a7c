/** The document that Readability brings along: no scripts, no loading, no more of the DOM than it asks for itself. */
declare module '@mozilla/readability/JSDOMParser.js' {
  class JSDOMParser {
    /** Throws on markup that is not closed in order, and goes down the tree by recursion. */
    parse(markup: string, url: string): object;
  }
  export = JSDOMParser;
}
