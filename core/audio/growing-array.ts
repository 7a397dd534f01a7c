/** A list of 16-bit numbers that grows by doubling: an array of JavaScript numbers would take eight bytes and more for each. */
export class GrowingUint16Array {
  private values = new Uint16Array(1024);
  private used = 0;

  get length(): number {
    return this.used;
  }

  push(value: number): void {
    if (this.used === this.values.length) {
      const larger = new Uint16Array(this.values.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.used++] = value;
  }

  /** A copy of exactly the values pushed. */
  toArray(): Uint16Array {
    return this.values.slice(0, this.used);
  }
}
