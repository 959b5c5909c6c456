import { expect, test } from "@jest/globals";
import type { AppendFile } from "./append-file.ts";
import { createSpool } from "./spool.ts";

/** A disk of a given room, for files that are told apart by a number. */
const fakeDisk = (room: number) => {
  const files: string[] = [];
  let isOpen = false;
  const state = { room };
  const file: AppendFile = {
    open: async () => {
      if (!isOpen) files.push("");
      isOpen = true;
    },
    close: async () => {
      isOpen = false;
    },
    append: async (blocks) => {
      await file.open();
      const bytes = Buffer.concat(blocks).subarray(0, state.room);
      if (bytes.length === 0) throw Object.assign(new Error("full"), { code: "ENOSPC" });
      state.room -= bytes.length;
      files[files.length - 1] += bytes.toString();
      return bytes.length;
    },
  };
  return { file, files, state };
};

const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test("a disk that fills at any byte and is freed later loses nothing", async () => {
  for (let room = 0; room <= 30; room++) {
    const disk = fakeDisk(room);
    const events: string[] = [];
    const spool = createSpool(disk.file, "x.log", {
      retryMs: 1,
      onFailure: () => events.push("failure"),
      onRecovery: () => events.push("recovery"),
    });
    for (const line of ["first", "second", "third"]) spool.add("h ", [Buffer.from(line)]);
    await later(4);
    disk.state.room = 1000;
    await spool.flushed();
    await spool.close();
    expect(disk.files.join("|")).toBe("h first\nh second\nh third\n");
    expect(events).toEqual(room < 25 ? ["failure", "recovery"] : []);
  }
});

test("a line that was torn by a full disk is whole in the file after a rotation", async () => {
  for (let room = 1; room < 25; room++) {
    const disk = fakeDisk(room);
    const spool = createSpool(disk.file, "x.log", { retryMs: 1000 });
    for (const line of ["first", "second", "third"]) spool.add("h ", [Buffer.from(line)]);
    await later(2);
    disk.state.room = 1000;
    await spool.reopen();
    await spool.flushed();
    await spool.close();
    const [old = "", next = ""] = disk.files;
    const whole = old.slice(0, old.lastIndexOf("\n") + 1) + next;
    expect(whole).toBe("h first\nh second\nh third\n");
  }
});
