/**
 * Types of embed.js, which has no imports and no exports: include this file with
 * `/// <reference path="./embed.d.ts" />` or through `files` in your tsconfig.json.
 */

/** A program, and what its run depends on. */
interface InterleaveScenario {
  /** The Python source. */
  source: string;
  title?: string;
  /** What `random` begins from. A run is the same each time, with a seed or without. */
  seed?: number;
}

/** A place in a run: the step with that number, or the last step that ended by so many virtual seconds. */
type InterleavePlace = number | { step: number } | { time: number };

interface InterleaveChange {
  /** The program as it is now. */
  source: string;
}

interface InterleaveStep {
  /** The step that is shown; 0 is before anything has happened. */
  step: number;
  /** The number of the run's last step. */
  last: number;
  /** When the step ended, in virtual seconds. */
  time: number;
}

interface InterleaveDone {
  /** When the run ended, in virtual seconds. */
  time: number;
}

interface InterleavePrediction {
  /** The lines in the order in which the reader expected them; at most the first twelve are asked for. */
  order: string[];
  /** The same lines as they were printed. */
  printed: string[];
  /** How many of them came in the order that was expected: as few as must be moved were wrong. */
  score: number;
  /** How many there are; all are right where `score` is as many. */
  of: number;
}

/** The events of a player. None of them bubbles. */
interface InterleaveEvents {
  /** A program has been loaded and can be run. */
  ready: CustomEvent<Record<string, never>>;
  /** The program is another one: it was loaded, or the reader changed it. */
  change: CustomEvent<InterleaveChange>;
  /** Another step of the run is shown. */
  step: CustomEvent<InterleaveStep>;
  /** The end of the run is shown. */
  done: CustomEvent<InterleaveDone>;
  /** The reader has put the lines in order and has run the program (with `predict`). */
  predicted: CustomEvent<InterleavePrediction>;
}

/** `<interleave-player>`. What is asked of it before it is there is done as soon as it is. */
interface InterleavePlayer extends HTMLElement {
  /** Show another program. */
  load(scenario: string | InterleaveScenario): void;
  /** Run it from the place that is shown; with `predict`, compare first. */
  run(): void;
  pause(): void;
  seek(place: InterleavePlace): void;
  /** The program as it is now. */
  getSource(): Promise<string>;

  addEventListener<K extends keyof InterleaveEvents>(
    type: K,
    listener: (this: InterleavePlayer, event: InterleaveEvents[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: InterleavePlayer, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

interface HTMLElementTagNameMap {
  "interleave-player": InterleavePlayer;
}

/** What a page sends to a plain frame, to its window, with the frame's origin (`"*"` if it is in a sandbox). */
type InterleaveRequest = { version: 1 } & (
  | { type: "interleave:hello" }
  | ({ type: "interleave:load" } & InterleaveScenario)
  | { type: "interleave:run" }
  | { type: "interleave:pause" }
  | { type: "interleave:seek"; step: number }
  | { type: "interleave:seek"; time: number }
  | { type: "interleave:getSource"; id?: unknown }
);

/** What a frame tells the page around it. */
type InterleaveMessage = { version: 1 } & (
  | { type: "interleave:hello" }
  | { type: "interleave:ready" }
  | ({ type: "interleave:change" } & InterleaveChange)
  | ({ type: "interleave:step" } & InterleaveStep)
  | ({ type: "interleave:done" } & InterleaveDone)
  | ({ type: "interleave:predicted" } & InterleavePrediction)
  | { type: "interleave:source"; source: string; id?: unknown }
  | { type: "interleave:resize"; height: number }
);
