// A page that works against whatever was put into it: it records what it can reach, removes what is not its own, and wipes
// itself again and again. What it got hold of is in `window.hostil`.
const own = new Set(document.querySelectorAll('*'));
const drawn = document.body.innerHTML;

window.hostil = { keys: [], messages: [], removed: 0, wiped: 0, ran: 0 };

for (const type of ['keydown', 'keyup', 'input', 'paste']) {
  addEventListener(type, (event) => window.hostil.keys.push(event.key ?? event.data ?? type), true);
}
addEventListener('message', (event) => window.hostil.messages.push(String(JSON.stringify(event.data))));

new MutationObserver((changes) => {
  for (const node of changes.flatMap((change) => [...change.addedNodes])) {
    if (node.nodeType !== 1 || own.has(node) || document.body.contains(node)) continue;
    node.remove();
    window.hostil.removed += 1;
  }
}).observe(document.documentElement, { childList: true });

// Built-ins of the page's own world, made to lie.
Array.prototype.map = new Proxy(Array.prototype.map, {
  apply: (target, self, args) => Reflect.apply(target, self, args),
});
Element.prototype.attachShadow = () => {
  throw new Error('no');
};

setInterval(() => {
  document.body.replaceChildren();
  document.body.innerHTML = drawn;
  window.hostil.wiped += 1;
}, 1500);
