/** More than any real tag has; an attacker's million is not worth keeping. */
const mostAttributes = 200;

/** Attributes of one start tag: names in lower case, with their prefix; the first of equals wins. */
export class Attributes {
  readonly names: string[] = [];
  readonly values: string[] = [];

  /** Whether `xmlns…` or `xml:…` is among them: few tags have these, and all would be searched for them. */
  hasReserved = false;

  add(name: string, value: string): void {
    if (this.names.length >= mostAttributes) return;
    if (name.startsWith('xml')) this.hasReserved = true;
    this.names.push(name);
    this.values.push(value);
  }

  get(name: string): string | undefined {
    const index = this.names.indexOf(name);
    return index < 0 ? undefined : this.values[index];
  }
}

/** Of a tag that has none. */
export const noAttributes: Attributes = new Attributes();
