// A model behind the protocol of OpenAI, on this machine alone: node server.mjs tiny.gguf [PORT]
// An answer is a function of its request: seed and weights are fixed, one thread counts, and nothing is kept from one call to the next.
import { createServer } from "node:http";
import { getLlama, LlamaGrammarEvaluationState } from "node-llama-cpp";
import { grammarOf, grammarOfCalls } from "./grammar.mjs";

const [file = "tiny.gguf", port = "8080"] = process.argv.slice(2);
const longestRequest = 1 << 20;
const word = /[a-z][a-z0-9.-]*(?:\/[a-z][a-z0-9.-]*)?/gu;

const llama = await getLlama({ gpu: false, build: "never", skipDownload: true, maxThreads: 1 });
const model = await llama.loadModel({ modelPath: file });
const context = await model.createContext({ contextSize: model.trainContextSize, sequences: 1, threads: 1, flashAttention: true });
const sequence = context.getSequence();
let last = Promise.resolve();

createServer(async (request, response) => {
  try {
    const asked = JSON.parse(await bodyOf(request));
    const turn = last.then(() => answer(asked));
    last = turn.catch(() => {});
    reply(response, 200, await turn);
  } catch (error) {
    console.error(error);
    reply(response, 400, { error: { message: error.message, type: "invalid_request_error" } });
  }
}).listen(Number(port), "127.0.0.1", () => console.log(`http://127.0.0.1:${port}/v1 answers from ${file}, ${context.contextSize} tokens of context`));

async function answer({ model: called, messages, tools, response_format: format, seed = 1, temperature = 1, max_tokens: most, max_completion_tokens: mostOutput = most ?? 4096 }) {
  const functions = tools?.map(tool => tool.function);
  const prompt = JSON.stringify({ messages, tools: functions?.map(tool => tool.name) });
  const words = [...new Set(messages.map(message => textOf(message.content)).join("\n").match(word))];
  const grammar = functions ? grammarOfCalls(functions, words) : format?.type === "json_schema" ? grammarOf(format.json_schema.schema, words) : undefined;

  const input = [model.tokens.bos, ...model.tokenize(prompt)];
  const output = [];
  await sequence.clearHistory();
  const options = { temperature, seed, grammarEvaluationState: grammar && new LlamaGrammarEvaluationState({ model, grammar: await llama.createGrammar({ grammar }) }) };
  const started = performance.now();
  for await (const token of sequence.evaluate(input, options)) {
    output.push(token);
    if (output.length === mostOutput) {
      break;
    }
  }

  const text = model.detokenize(output);
  const isCut = output.length === mostOutput;
  const isCall = functions && !isCut;
  console.log(`${input.length} tokens in, ${output.length} out, ${((performance.now() - started) / 1000).toFixed(1)} s: ${text}`);
  return {
    id: "tiny",
    object: "chat.completion",
    created: 0,
    model: called,
    choices: [{
      index: 0,
      finish_reason: isCut ? "length" : isCall ? "tool_calls" : "stop",
      message: isCall ? { role: "assistant", content: null, tool_calls: callsOf(text, messages.length) } : { role: "assistant", content: text },
    }],
    usage: { prompt_tokens: input.length, completion_tokens: output.length, total_tokens: input.length + output.length },
  };
}

function callsOf(text, position) {
  return JSON.parse(text).map((call, i) => ({ id: `call-${position}-${i}`, type: "function", function: { name: call.name, arguments: JSON.stringify(call.arguments) } }));
}

function textOf(content) {
  return typeof content === "string" ? content : (content ?? []).map(part => part.text ?? "").join("\n");
}

async function bodyOf(request) {
  if (request.method !== "POST" || request.url !== "/v1/chat/completions") {
    throw new Error(`${request.method} ${request.url} is not served; POST /v1/chat/completions is.`);
  }

  const parts = [];
  let length = 0;
  for await (const part of request) {
    length += part.length;
    if (length > longestRequest) {
      throw new Error(`The request is longer than ${longestRequest} bytes.`);
    }

    parts.push(part);
  }

  return Buffer.concat(parts).toString("utf8");
}

function reply(response, status, body) {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
