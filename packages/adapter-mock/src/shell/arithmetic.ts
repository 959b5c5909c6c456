/** Reads and sets the variables of an expression. */
export interface ArithmeticVariables {
  get(name: string): string | undefined;
  set(name: string, value: string): void;
}

const TOKEN =
  /\s*(0x[0-9a-fA-F]+|\d+|[A-Za-z_]\w*|\*\*|<<=?|>>=?|[<>=!]=|&&|\|\||[-+*/%&|^]=|\+\+|--|[-+*/%<>!~&|^?:()=,])/y;

const BINARY: Readonly<Record<string, readonly [number, (a: bigint, b: bigint) => bigint]>> = {
  "||": [1, (a, b) => (a !== 0n || b !== 0n ? 1n : 0n)],
  "&&": [2, (a, b) => (a !== 0n && b !== 0n ? 1n : 0n)],
  "|": [3, (a, b) => a | b],
  "^": [4, (a, b) => a ^ b],
  "&": [5, (a, b) => a & b],
  "==": [6, (a, b) => (a === b ? 1n : 0n)],
  "!=": [6, (a, b) => (a !== b ? 1n : 0n)],
  "<": [7, (a, b) => (a < b ? 1n : 0n)],
  ">": [7, (a, b) => (a > b ? 1n : 0n)],
  "<=": [7, (a, b) => (a <= b ? 1n : 0n)],
  ">=": [7, (a, b) => (a >= b ? 1n : 0n)],
  "<<": [8, (a, b) => a << (b & 63n)],
  ">>": [8, (a, b) => a >> (b & 63n)],
  "+": [9, (a, b) => a + b],
  "-": [9, (a, b) => a - b],
  "*": [10, (a, b) => a * b],
  "/": [10, (a, b) => divide(a, b)],
  "%": [10, (a, b) => a - b * divide(a, b)],
};

const divide = (a: bigint, b: bigint): bigint => {
  if (b === 0n) throw new Error("arithmetic: divide by zero");
  return a / b;
};

const tokenize = (text: string): string[] => {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (text.slice(TOKEN.lastIndex).trim() !== "") {
    const match = TOKEN.exec(text);
    if (match?.[1] === undefined) throw new Error(`arithmetic: syntax error in "${text}"`);
    tokens.push(match[1]);
  }
  return tokens;
};

/** Evaluates a shell's `$((…))` with 64-bit integers. Throws an Error with a shell's message. */
export const evaluateArithmetic = (text: string, variables: ArithmeticVariables): string => {
  const tokens = tokenize(text);
  let at = 0;
  const variableValue = (name: string): bigint => {
    const value = (variables.get(name) ?? "").trim();
    if (value === "") return 0n;
    if (!/^[-+]?(?:0x[0-9a-f]+|\d+)$/i.test(value)) throw new Error(`arithmetic: "${value}" is not a number`);
    return value.startsWith("-") ? -BigInt(value.slice(1)) : BigInt(value.replace(/^\+/, ""));
  };
  const primary = (): bigint => {
    const token = tokens[at++];
    if (token === undefined) throw new Error(`arithmetic: syntax error in "${text}"`);
    if (token === "(") {
      const value = expression();
      if (tokens[at++] !== ")") throw new Error(`arithmetic: missing ")" in "${text}"`);
      return value;
    }
    if (token === "-") return -primary();
    if (token === "+") return primary();
    if (token === "!") return primary() === 0n ? 1n : 0n;
    if (token === "~") return ~primary();
    if (/^\d/.test(token)) return BigInt(token);
    if (/^[A-Za-z_]/.test(token)) return assignment(token);
    throw new Error(`arithmetic: syntax error in "${text}"`);
  };
  const assignment = (name: string): bigint => {
    const operator = tokens[at] ?? "";
    if (operator === "++" || operator === "--") {
      at++;
      const before = variableValue(name);
      variables.set(name, String(operator === "++" ? before + 1n : before - 1n));
      return before;
    }
    const compound = operator.length > 1 && operator.endsWith("=") ? BINARY[operator.slice(0, -1)] : undefined;
    const plain = operator === "=";
    if (!plain && (compound === undefined || ["==", "!=", "<=", ">="].includes(operator))) return variableValue(name);
    at++;
    const right = expression();
    const value = compound === undefined ? right : compound[1](variableValue(name), right);
    variables.set(name, String(value));
    return value;
  };
  const binary = (minimum: number): bigint => {
    let left = primary();
    for (;;) {
      const operator = BINARY[tokens[at] ?? ""];
      if (operator === undefined || operator[0] < minimum) return left;
      at++;
      left = operator[1](left, binary(operator[0] + 1));
    }
  };
  const expression = (): bigint => {
    const condition = binary(1);
    if (tokens[at] !== "?") return condition;
    at++;
    const yes = expression();
    if (tokens[at++] !== ":") throw new Error(`arithmetic: missing ":" in "${text}"`);
    const no = expression();
    return condition === 0n ? no : yes;
  };
  const value = tokens.length === 0 ? 0n : expression();
  if (at < tokens.length) throw new Error(`arithmetic: syntax error in "${text}"`);
  return String(BigInt.asIntN(64, value));
};
