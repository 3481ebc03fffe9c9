import type { Disposable } from '../core/base/disposable.ts';
import { Emitter, type Event } from '../core/base/event.ts';
import { ok, refused, type Result } from '../core/base/result.ts';
import { createProblem, type Problem } from '../core/model/problem.ts';
import type { HostEvent, HostMessage, RequestMessage, RequestName, Requests } from './messages.ts';
import { packSnapshot, type WireMessage } from './packedSnapshot.ts';
import { parseHostMessage, replyParsers } from './parseHostMessage.ts';
import { parseRequest, requestIdOf } from './parseRequest.ts';

export type Reply<Name extends RequestName> = Result<Requests[Name]['reply'], Problem>;

/** The webview's end. */
export interface Requester extends Disposable {
  /** Never rejects: a refusal, a reply that makes no sense and a closed channel are problems. */
  request<Name extends RequestName>(
    name: Name,
    params: Requests[Name]['params'],
  ): Promise<Reply<Name>>;
  /** To be called with whatever arrives from the host. */
  receive(message: unknown): void;
  /** Events of the host; a snapshot older than one that was already received is dropped. */
  readonly onEvent: Event<HostEvent>;
}

/** The host's end. */
export interface Responder extends Disposable {
  /** To be called with whatever arrives from the webview. Never rejects. */
  receive(message: unknown): Promise<void>;
  /**
   * Tells the webview. Nothing is sent before the webview has asked for its first snapshot: that
   * answer is newer than any snapshot before it, and the last reveal follows it.
   */
  send(event: HostEvent): void;
}

export type Handlers = {
  readonly [Name in RequestName]: (
    params: Requests[Name]['params'],
  ) => Promise<Reply<Name>> | Reply<Name>;
};

const closed = createProblem(
  'command-refused',
  'The panel was closed before the answer came; open it again',
);
const senseless = createProblem(
  'command-refused',
  'The editor and the panel do not understand each other; close the panel and open it again',
);

export function createRequester(post: (message: RequestMessage) => void): Requester {
  const pending = new Map<number, (message: Extract<HostMessage, { kind: 'reply' }>) => void>();
  const events = new Emitter<HostEvent>();
  let lastId = 0;
  let revision = -1;
  let isDisposed = false;

  const isOutdated = (received: number): boolean => {
    const isOlder = received < revision;
    revision = Math.max(revision, received);
    return isOlder;
  };
  return {
    onEvent: events.event,
    request: (name, params) =>
      new Promise(resolve => {
        if (isDisposed) return resolve(refused(closed));
        const id = ++lastId;
        pending.set(id, message => {
          if (!message.ok) return resolve(refused(message.problem));
          const value = replyParsers[name](message.value);
          if (value === undefined) return resolve(refused(senseless));
          if (name === 'ready' && 'revision' in value) isOutdated(value.revision);
          resolve(ok(value));
        });
        post(requestMessage(id, name, params));
      }),
    receive: raw => {
      const message = parseHostMessage(raw);
      if (!message || isDisposed) return;
      if (message.kind === 'event') {
        if (message.event === 'snapshot' && isOutdated(message.snapshot.revision)) return;
        events.fire(message);
        return;
      }
      const settle = pending.get(message.id);
      pending.delete(message.id);
      settle?.(message);
    },
    dispose: () => {
      isDisposed = true;
      for (const [id, settle] of pending) {
        settle({ kind: 'reply', id, ok: false, problem: closed });
      }
      pending.clear();
      events.dispose();
    },
  };
}

/** The cast joins a name and the parameters of that name, which the compiler sees as independent. */
function requestMessage<Name extends RequestName>(
  id: number,
  name: Name,
  params: Requests[Name]['params'],
): RequestMessage {
  return { kind: 'request', id, name, params } as RequestMessage;
}

export function createResponder(
  post: (message: WireMessage) => void,
  handlers: Handlers,
): Responder {
  let isReady = false;
  let isDisposed = false;
  let waiting: HostEvent | undefined;

  const answer = (message: WireMessage): void => {
    if (!isDisposed) post(message);
  };
  const sendEvent = (event: HostEvent): void => {
    if (event.event === 'reveal') answer({ kind: 'event', ...event });
    else answer({ kind: 'event', event: 'snapshot', snapshot: packSnapshot(event.snapshot) });
  };
  return {
    receive: async raw => {
      const message = parseRequest(raw);
      const id = message?.id ?? requestIdOf(raw);
      if (id === undefined) return;
      const reply = message ? await callHandler(handlers, message) : refused(senseless);
      answer(
        reply.ok
          ? { kind: 'reply', id, ok: true, value: packReply(reply.value) }
          : { kind: 'reply', id, ok: false, problem: reply.error },
      );
      if (message?.name !== 'ready' || !reply.ok) return;
      isReady = true;
      if (waiting) sendEvent(waiting);
      waiting = undefined;
    },
    send: event => {
      if (isReady) sendEvent(event);
      else if (event.event === 'reveal') waiting = event;
    },
    dispose: () => {
      isDisposed = true;
    },
  };
}

function packReply(value: Requests[RequestName]['reply']): unknown {
  return 'gantt' in value ? packSnapshot(value) : value;
}

async function callHandler(
  handlers: Handlers,
  { name, params }: RequestMessage,
): Promise<Reply<RequestName>> {
  // The parsed message joins each name with its own parameters; the compiler sees two unions.
  const handler = handlers[name] as (given: unknown) => Promise<Reply<RequestName>>;
  try {
    return await handler(params);
  } catch (failure) {
    const why = failure instanceof Error ? failure.message : String(failure);
    return refused(createProblem('command-refused', `This could not be done: ${why}`));
  }
}
