import { randomBytes } from 'node:crypto';

/** Uniform in [0, 1), from the system's source of chance, so that two machines never draw alike. */
export function systemRandom(): number {
  return randomBytes(6).readUIntBE(0, 6) / 2 ** 48;
}
