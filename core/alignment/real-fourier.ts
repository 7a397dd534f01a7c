/**
 * Power spectra of real signals of one length, a power of two. The even samples are taken as real and the odd ones as
 * imaginary parts of a signal half as long, which one radix-2 transform (Cooley and Tukey, 1965) turns; both spectra are then
 * told apart by symmetry.
 */
export class RealFourier {
  private readonly half: number;
  private readonly reversed: Uint32Array;
  private readonly cosines: Float64Array;
  private readonly sines: Float64Array;
  private readonly real: Float64Array;
  private readonly imaginary: Float64Array;

  constructor(readonly length: number) {
    this.half = length / 2;
    const bits = Math.log2(this.half);
    this.reversed = Uint32Array.from({ length: this.half }, (_, index) => reverseBits(index, bits));
    const angle = (index: number) => (2 * Math.PI * index) / length;
    this.cosines = Float64Array.from({ length: this.half }, (_, index) => Math.cos(angle(index)));
    this.sines = Float64Array.from({ length: this.half }, (_, index) => Math.sin(angle(index)));
    this.real = new Float64Array(this.half);
    this.imaginary = new Float64Array(this.half);
  }

  /** Writes |X(k)|² of `signal` for k from 0 to length/2 into `power`. */
  power(signal: Float64Array, power: Float64Array): void {
    const { half, real, imaginary, cosines, sines } = this;
    this.transformHalves(signal);
    power[0] = (real[0]! + imaginary[0]!) ** 2;
    power[half] = (real[0]! - imaginary[0]!) ** 2;
    for (let k = 1; k < half; k++) {
      const mirror = half - k;
      const evenReal = (real[k]! + real[mirror]!) / 2;
      const evenImaginary = (imaginary[k]! - imaginary[mirror]!) / 2;
      const oddReal = (imaginary[k]! + imaginary[mirror]!) / 2;
      const oddImaginary = (real[mirror]! - real[k]!) / 2;
      const cosine = cosines[k]!;
      const sine = sines[k]!;
      const sumReal = evenReal + cosine * oddReal + sine * oddImaginary;
      const sumImaginary = evenImaginary + cosine * oddImaginary - sine * oddReal;
      power[k] = sumReal * sumReal + sumImaginary * sumImaginary;
    }
  }

  private transformHalves(signal: Float64Array): void {
    const { half, real, imaginary, reversed, cosines, sines } = this;
    for (let index = 0; index < half; index++) {
      const from = reversed[index]!;
      real[index] = signal[2 * from]!;
      imaginary[index] = signal[2 * from + 1]!;
    }
    for (let size = 1; size < half; size *= 2) {
      const stride = half / size;
      for (let start = 0; start < half; start += 2 * size) {
        for (let step = 0; step < size; step++) {
          const cosine = cosines[step * stride]!;
          const sine = sines[step * stride]!;
          const one = start + step;
          const two = one + size;
          const turnedReal = real[two]! * cosine + imaginary[two]! * sine;
          const turnedImaginary = imaginary[two]! * cosine - real[two]! * sine;
          real[two] = real[one]! - turnedReal;
          imaginary[two] = imaginary[one]! - turnedImaginary;
          real[one] = real[one]! + turnedReal;
          imaginary[one] = imaginary[one]! + turnedImaginary;
        }
      }
    }
  }
}

function reverseBits(value: number, bits: number): number {
  let reversed = 0;
  for (let bit = 0; bit < bits; bit++) reversed |= ((value >> bit) & 1) << (bits - 1 - bit);
  return reversed;
}
