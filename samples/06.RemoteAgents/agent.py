"""A seller in Python: over standard input and output, or with an argument over HTTP on that port (0 for any that is free)."""
import json, sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
quotes = {}  # by episode: what the first message says and later ones do not
def answer(message):
    episode = message["episode"], message["seat"]
    if "end" in message:
        del quotes[episode]
        return None
    today, commands = message["observation"], []
    if message["first"]:
        quotes[episode] = {}
        for offer in today["offers"]:
            info = offer["info"]
            quotes[episode][offer["name"]] = next(q for q in info["quotes"] if q["supplier"] == info["bestQuote"])
            commands.append({"command": "setPrice", "offer": offer["name"], "price": info["referencePrice"]})
    for mail in today["mail"]:
        if mail["topic"] == "customerComplaint":
            commands.append({"command": "reactToMail", "mail": mail["number"], "action": "refund"})
    for offer in today["offers"]:
        quote = quotes[episode][offer["name"]]
        if offer["unitsOnHand"] + offer["unitsInbound"] < 2 * offer["unitsLast30Days"] and today["day"] + quote["leadTimeDays"] < today["lastDecisionDay"]:
            commands.append({"command": "placeOrder", "offer": offer["name"], "supplier": quote["supplier"], "units": quote["minimumUnits"]})
    return {"commands": commands}
class Http(BaseHTTPRequestHandler):
    protocol_version, wbufsize, log_message = "HTTP/1.1", -1, lambda *_: None
    def do_POST(self):
        body = json.dumps(answer(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

if len(sys.argv) > 1:
    server = ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Http)
    print(f"http://127.0.0.1:{server.server_port}/", flush=True)
    server.serve_forever()
for line in sys.stdin:
    if decision := answer(json.loads(line)):
        print(json.dumps(decision), flush=True)
