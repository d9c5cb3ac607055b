// Grammars in llama.cpp's form, GBNF, that admit the answers of a JSON schema and no others. What a schema leaves open is kept short, so that every
// answer ends: a choice for a model that knows nothing.
const mostItems = 4;
const mostCalls = 3;
const longestText = 40;

/** The grammar of one answer. `words` are those of the conversation: see textOf. */
export function grammarOf(schema, words) {
  const rules = new Rules(words);
  return rules.grammar(rules.of(schema));
}

/** The grammar of a list of calls of tools. The last tool comes once and last, as the one that ends a seller's day. */
export function grammarOfCalls(tools, words) {
  const rules = new Rules(words);
  const calls = tools.map(({ name, parameters }) => rules.named(`${literal(`{"name":${JSON.stringify(name)},"arguments":`)} ${rules.of(parameters)} "}"`));
  const last = calls.pop();
  const call = rules.named(calls.join(" | "));
  return rules.grammar(`"[" ${call} ("," ${call}){0,${mostCalls - 1}} ("," ${last})? "]"`);
}

/** Rules under names: llama.cpp bounds how much may be repeated in one rule, and a rule that is used often stands once. */
class Rules {
  #names = new Map();
  #words;

  constructor(words) {
    this.#words = words;
  }

  grammar(root) {
    return `root ::= ${root}\n${[...this.#names].map(([rule, name]) => `${name} ::= ${rule}\n`).join("")}`;
  }

  named(rule) {
    if (!this.#names.has(rule)) {
      this.#names.set(rule, `r${this.#names.size}`);
    }

    return this.#names.get(rule);
  }

  of(schema) {
    const choices = schema.anyOf ?? schema.oneOf;
    if (choices) {
      return this.named(choices.map(choice => this.of(choice)).join(" | "));
    }

    const values = schema.enum ?? ("const" in schema ? [schema.const] : undefined);
    if (values) {
      return this.named(values.map(value => literal(JSON.stringify(value))).join(" | "));
    }

    switch (schema.type) {
      case "object": return this.#objectOf(schema);
      case "array": return this.#arrayOf(schema);
      case "string": return this.#textOf(schema);
      case "integer": return this.named(Number(boundOf(schema, "minimum")) > 0 ? "[1-9] [0-9]?" : `"0" | [1-9] [0-9]?`);
      case "number": return this.named(`[1-9] [0-9]? "." [0-9] [0-9]`);
      case "boolean": return this.named(`"true" | "false"`);
      default: throw new Error(`There is no grammar for ${JSON.stringify(schema).slice(0, 200)}; known are object, array, string, integer, number, boolean, const, enum, anyOf and oneOf.`);
    }
  }

  /** Fields in the schema's order; one that is not required may be left out, but not the first, which has no comma. */
  #objectOf({ properties = {}, required = [] }) {
    const fields = Object.entries(properties).map(([name, field], i) => {
      const rule = `${literal(`${i === 0 ? "" : ","}${JSON.stringify(name)}:`)} ${this.of(field)}`;
      return i === 0 || required.includes(name) ? rule : `(${rule})?`;
    });
    return this.named(["\"{\"", ...fields, "\"}\""].join(" "));
  }

  /** Lists have at least one item: left to weights like these, most days would pass without a command. */
  #arrayOf({ items }) {
    const item = this.of(items);
    return this.named(`"[" ${item} ("," ${item}){0,${mostItems - 1}} "]"`);
  }

  /** A text with a pattern is a word of the conversation that has it: random weights find no name of an offer by themselves. */
  #textOf(schema) {
    const pattern = boundOf(schema, "pattern");
    const matching = pattern ? this.#words.filter(word => new RegExp(pattern, "u").test(word)) : [];
    return matching.length > 0
      ? this.named(matching.map(word => literal(JSON.stringify(word))).join(" | "))
      : this.named(`"\\"" [a-z ]{1,${longestText}} "\\""`);
  }
}

/** A bound of a schema. Where structured answers know none, clients write it into the description: "minimum: 1" on a line of its own. */
function boundOf(schema, name) {
  return schema[name] ?? new RegExp(`^${name}: (.+)$`, "mu").exec(schema.description ?? "")?.[1];
}

function literal(text) {
  return `"${text.replaceAll("\\", "\\\\").replaceAll("\"", "\\\"")}"`;
}
