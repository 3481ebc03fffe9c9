import { type PanelView, panelViews } from '../../src/protocol/messages.ts';
import { isRecord, oneOf } from '../../src/protocol/validate.ts';
import type { Host } from '../host.ts';
import type { UiMemory } from './panelPart.ts';

/** Raised when what is kept changes its shape; what an older version kept is then forgotten. */
const version = 1;

/** Scrolling writes at every frame; the editor wants to hear of it when it has come to rest. */
const restMs = 150;

/** How a person looks at the plan: kept over a restart of the editor. Never a part of the plan. */
export interface UiState {
  readonly view: PanelView;
  setView(view: PanelView): void;
  memoryOf<State>(view: PanelView): UiMemory<State>;
  /** Writes at once what waits to be written. */
  flush(): void;
}

const isView = oneOf(panelViews);

export function createUiState(host: Host): UiState {
  const kept = host.readState();
  const isKept = isRecord(kept) && kept['version'] === version;
  let view: PanelView = isKept && isView(kept['view']) ? kept['view'] : 'gantt';
  const parts: Record<string, unknown> =
    isKept && isRecord(kept['parts']) ? { ...kept['parts'] } : {};
  let timer: number | undefined;

  const write = (): void => {
    timer = undefined;
    host.writeState({ version, view, parts });
  };
  const flush = (): void => {
    if (timer === undefined) return;
    clearTimeout(timer);
    write();
  };
  const schedule = (): void => {
    timer ??= window.setTimeout(write, restMs);
  };
  window.addEventListener('pagehide', flush);
  document.addEventListener('visibilitychange', flush);
  return {
    get view() {
      return view;
    },
    setView: next => {
      view = next;
      schedule();
      flush();
    },
    memoryOf: <State>(of: PanelView): UiMemory<State> => ({
      // Written by the same part under the same version; each part looks at what it gets back.
      read: () => parts[of] as State | undefined,
      write: state => {
        parts[of] = state;
        schedule();
      },
    }),
    flush,
  };
}
