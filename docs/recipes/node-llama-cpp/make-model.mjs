// Writes a tiny language model with random weights: node make-model.mjs tiny.gguf [SEED]
// The same seed gives the same bytes. The format is GGUF, version 3, as its specification in ggml describes it.
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";

const [file = "tiny.gguf", seedText = "1"] = process.argv.slice(2);
const seed = Number(seedText);
if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff) {
  throw new Error(`The seed '${seedText}' is not right; write a whole number from 0 to 4294967295.`);
}

const width = 64, layers = 2, heads = 1, inner = 128, context = 65536, alignment = 32;
const [normal, control] = [1, 3];                       // token types of the format
const [uint32, float32, string, array, int32] = [4, 6, 8, 9, 5];  // value types of the format

// The vocabulary of byte-level BPE without merges: a token for each byte, so every text can be written, then end and beginning.
const vocabulary = [...byteNames(), "<|end|>", "<|begin|>"];
const [end, begin] = [256, 257];

const values = [
  ["general.architecture", string, "llama"],
  ["general.name", string, `tiny random weights, seed ${seed}`],
  ["general.alignment", uint32, alignment],
  ["llama.vocab_size", uint32, vocabulary.length],
  ["llama.context_length", uint32, context],
  ["llama.embedding_length", uint32, width],
  ["llama.block_count", uint32, layers],
  ["llama.feed_forward_length", uint32, inner],
  ["llama.attention.head_count", uint32, heads],
  ["llama.attention.head_count_kv", uint32, heads],
  ["llama.attention.layer_norm_rms_epsilon", float32, 1e-5],
  ["llama.rope.dimension_count", uint32, width / heads],
  ["tokenizer.ggml.model", string, "gpt2"],
  ["tokenizer.ggml.pre", string, "gpt-2"],
  ["tokenizer.ggml.tokens", array, [string, vocabulary]],
  ["tokenizer.ggml.token_type", array, [int32, vocabulary.map((_, i) => (i < end ? normal : control))]],
  ["tokenizer.ggml.merges", array, [string, []]],
  ["tokenizer.ggml.bos_token_id", uint32, begin],
  ["tokenizer.ggml.eos_token_id", uint32, end],
];

// Sizes as ggml has them: the length of a row comes first.
const tensors = [["token_embd.weight", [width, vocabulary.length]], ["output_norm.weight", [width]], ["output.weight", [width, vocabulary.length]]];
for (let i = 0; i < layers; i++) {
  tensors.push(
    [`blk.${i}.attn_norm.weight`, [width]],
    [`blk.${i}.attn_q.weight`, [width, width]],
    [`blk.${i}.attn_k.weight`, [width, width]],
    [`blk.${i}.attn_v.weight`, [width, width]],
    [`blk.${i}.attn_output.weight`, [width, width]],
    [`blk.${i}.ffn_norm.weight`, [width]],
    [`blk.${i}.ffn_gate.weight`, [width, inner]],
    [`blk.${i}.ffn_up.weight`, [width, inner]],
    [`blk.${i}.ffn_down.weight`, [inner, width]],
  );
}

const next = uniform(seed);
const parts = [Buffer.from("GGUF"), number(uint32, 3), long(tensors.length), long(values.length)];
for (const [key, type, value] of values) {
  parts.push(text(key), number(uint32, type), encoded(type, value));
}

let offset = 0;
const data = [];
for (const [name, shape] of tensors) {
  const weights = weightsOf(shape);
  parts.push(text(name), number(uint32, shape.length), ...shape.map(long), number(uint32, 0), long(offset));
  data.push(weights, padding(weights.length));
  offset += weights.length + padding(weights.length).length;
}

const head = Buffer.concat(parts);
const model = Buffer.concat([head, padding(head.length), ...data]);
writeFileSync(file, model);
console.log(`${file}: ${model.length} bytes, ${vocabulary.length} tokens, seed ${seed}, SHA-256 ${createHash("sha256").update(model).digest("hex")}`);

// A norm is left at one; a matrix has variance 1 / row length, so that what goes through it keeps its size.
function weightsOf(shape) {
  const count = shape.reduce((product, size) => product * size, 1);
  const weights = Buffer.alloc(count * 4);
  for (let i = 0; i < count; i++) {
    weights.writeFloatLE(shape.length === 1 ? 1 : gauss() / Math.sqrt(shape[0]), i * 4);
  }

  return weights;
}

// A sum of twelve uniform numbers: near enough to a bell curve, and without logarithms, which differ between machines.
function gauss() {
  let sum = -6;
  for (let i = 0; i < 12; i++) {
    sum += next();
  }

  return sum;
}

// A Weyl sequence through the finaliser of MurmurHash3: 32 bits, none of them from the machine.
function uniform(state) {
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 0x100000000;
  };
}

// The names of bytes in byte-level BPE: printable ones are themselves, the others follow from 256 on.
function byteNames() {
  let moved = 256;
  return Array.from({ length: 256 }, (_, byte) => {
    const printable = (byte >= 33 && byte <= 126) || (byte >= 161 && byte <= 172) || byte >= 174;
    return String.fromCodePoint(printable ? byte : moved++);
  });
}

function encoded(type, value) {
  if (type === array) {
    const [of, items] = value;
    return Buffer.concat([number(uint32, of), long(items.length), ...items.map(item => encoded(of, item))]);
  }

  return type === string ? text(value) : number(type, value);
}

function text(value) {
  const bytes = Buffer.from(value, "utf8");
  return Buffer.concat([long(bytes.length), bytes]);
}

function number(type, value) {
  const bytes = Buffer.alloc(4);
  if (type === float32) {
    bytes.writeFloatLE(value);
  } else {
    bytes.writeInt32LE(value);
  }

  return bytes;
}

function long(value) {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}

function padding(length) {
  return Buffer.alloc((alignment - (length % alignment)) % alignment);
}
