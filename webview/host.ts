import type { Disposable } from '../src/core/base/disposable.ts';
import type { RequestMessage } from '../src/protocol/messages.ts';

/** The editor's side of the frame that the panel lives in. */
export interface Host {
  post(message: RequestMessage): void;
  /** Messages of the host as they arrive, not looked at yet. */
  onMessage(listener: (message: unknown) => void): Disposable;
  /** What was last written, also by an earlier life of the panel; undefined at first. */
  readState(): unknown;
  writeState(state: unknown): void;
}

interface EditorApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): EditorApi;

/** May be called once in the life of the page: the editor hands its interface out once. */
export function createHost(): Host {
  const api = acquireVsCodeApi();
  return {
    post: message => api.postMessage(message),
    onMessage: listener => {
      const onMessage = (event: MessageEvent<unknown>): void => listener(event.data);
      window.addEventListener('message', onMessage);
      return { dispose: () => window.removeEventListener('message', onMessage) };
    },
    readState: () => api.getState(),
    writeState: state => api.setState(state),
  };
}
