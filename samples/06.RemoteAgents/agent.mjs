// A seller in JavaScript: over standard input and output, or with an argument over HTTP on that port (0 for any that is free).
import { createServer } from "node:http";
import { createInterface } from "node:readline";

const quotes = new Map(); // by episode: what the first message says and later ones do not

function answer(message) {
  const episode = `${message.episode} ${message.seat}`;
  if (message.end) { quotes.delete(episode); return null; }
  const today = message.observation, commands = [];
  if (message.first) {
    quotes.set(episode, new Map());
    for (const { name, info } of today.offers) {
      quotes.get(episode).set(name, info.quotes.find(q => q.supplier === info.bestQuote));
      commands.push({ command: "setPrice", offer: name, price: info.referencePrice });
    }
  }
  for (const mail of today.mail.filter(m => m.topic === "customerComplaint"))
    commands.push({ command: "reactToMail", mail: mail.number, action: "refund" });
  for (const { name, unitsOnHand, unitsInbound, unitsLast30Days } of today.offers) {
    const { supplier, minimumUnits, leadTimeDays } = quotes.get(episode).get(name);
    if (unitsOnHand + unitsInbound < 2 * unitsLast30Days && today.day + leadTimeDays < today.lastDecisionDay)
      commands.push({ command: "placeOrder", offer: name, supplier, units: minimumUnits });
  }
  return { commands };
}

if (process.argv[2] !== undefined) {
  const server = createServer(async (request, response) => {
    const parts = [];
    for await (const part of request) parts.push(part);
    response.end(JSON.stringify(answer(JSON.parse(Buffer.concat(parts).toString()))));
  }).listen(Number(process.argv[2]), "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}/`));
} else {
  createInterface({ input: process.stdin }).on("line", line => {
    const decision = answer(JSON.parse(line));
    if (decision) console.log(JSON.stringify(decision));
  });
}
