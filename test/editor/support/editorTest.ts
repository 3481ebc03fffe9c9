// The registry of the tests that run inside the editor's extension host. Node's own runner wants a
// process that ends with the tests, which an extension host does not.

export interface EditorTest {
  readonly name: string;
  readonly body: () => Promise<void> | void;
}

// The files of a session are bundled together and run once, so one list serves them all.
const registered: EditorTest[] = [];

/** Registers a test; a failure is whatever it throws. Tests run in the order of file and line. */
export function test(name: string, body: () => Promise<void> | void): void {
  registered.push({ name, body });
}

export function registeredTests(): readonly EditorTest[] {
  return registered;
}
