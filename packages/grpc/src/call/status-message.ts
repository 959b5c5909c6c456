const ESCAPED = /[^\x20-\x24\x26-\x7e]/;
/** A field's value must neither begin nor end with a space. */
const EDGE = /^ | $/g;
/** A longer message would not fit into the header lists that peers take. */
const MAX_MESSAGE_BYTES = 4096;

/** A status message as `grpc-message`: UTF-8 with percent escapes, cut at 4 KiB. */
export const encodeStatusMessage = (message: string): string => {
  if (message.length < MAX_MESSAGE_BYTES - 4 && !ESCAPED.test(message)) return message.replace(EDGE, "%20");
  const text: string[] = [];
  let room = MAX_MESSAGE_BYTES - 4;
  for (const character of message) {
    const escaped = ESCAPED.test(character) ? percentEncode(character) : character;
    room -= escaped.length;
    if (room < 0) break;
    text.push(escaped);
  }
  return text.join("").replace(EDGE, "%20");
};

const percentEncode = (character: string): string => {
  const bytes = Buffer.from(character, "utf8");
  return [...bytes].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("");
};

/** The text of a `grpc-message`; an escape that is none stays as it is. */
export const decodeStatusMessage = (text: string): string => {
  if (!text.includes("%")) return text;
  const bytes = Buffer.allocUnsafe(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const hex = text.charCodeAt(at) === 0x25 ? text.slice(at + 1, at + 3) : "";
    if (/^[0-9a-fA-F]{2}$/.test(hex)) {
      bytes[length++] = Number.parseInt(hex, 16);
      at += 2;
    } else bytes[length++] = text.charCodeAt(at);
  }
  return bytes.toString("utf8", 0, length);
};
