/// <reference types="node" preserve="true" />
export { type CancelTimer, type Clock, createSystemClock } from "./clock/clock.ts";
export { createManualClock, type ManualClock } from "./clock/manual-clock.ts";
export type { Files } from "./filesystem/files.ts";
export type { Credentials } from "./filesystem/filesystem.ts";
export { FsError, type FsErrorCode } from "./filesystem/fs-error.ts";
export type { Stat } from "./filesystem/node.ts";
export type { OpenFile, OpenOptions } from "./filesystem/volume.ts";
export type { Catalogue, ImageTemplate } from "./images/image-template.ts";
export type { PullProgress, RegistryRule } from "./images/registry.ts";
export type { Listener, OnConnection } from "./network/namespace.ts";
export type { Child, Program, ProgramContext, ProgramTerminal } from "./process/program.ts";
export type { Input, Output } from "./process/stdio.ts";
export type { CallLog, LoggedCall } from "./runtime/call-log.ts";
export type { ContainerControl } from "./runtime/controls.ts";
export { createMockRuntime, type MockRuntime } from "./runtime/mock-runtime.ts";
export type { MockRuntimeOptions } from "./runtime/options.ts";
