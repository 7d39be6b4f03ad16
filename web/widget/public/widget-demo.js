// What a page does to have the widget. A page of yours asks its own server for the token; this one asks Refrain for one
// of the person who is signed in.
const say = (words) => {
  document.getElementById('state').textContent = words;
};
const ask = async (path) => {
  const answer = await fetch(`/api/v1${path}`);
  const body = await answer.json();
  if (!answer.ok) throw new Error([body.error.message, body.error.nextStep].filter(Boolean).join(' '));
  return body;
};

async function begin() {
  const { workspace, name } = await ask('/me');
  const { token } = await ask('/widget/identity');
  window.refrainSettings = { workspace: workspace.slug, token };
  const script = document.createElement('script');
  script.src = '/widget.js';
  script.addEventListener('load', () => {
    const note = (event) => (detail) => {
      const item = document.createElement('li');
      item.textContent = detail === null ? event : `${event}: ${detail}`;
      document.getElementById('events').append(item);
    };
    for (const event of ['ready', 'signed-in', 'open', 'close', 'unread'])
      window.refrain.on(event, note(event));
    // An identity lasts ten minutes here; another is fetched when it is over.
    window.refrain.on('expired', async () => window.refrain.setUser(await ask('/widget/identity')));
    document.getElementById('toggle').addEventListener('click', () => window.refrain.toggle());
    say(`Signed in as ${name}.`);
  });
  document.head.append(script);
}

begin().catch((error) => say(error.message));
