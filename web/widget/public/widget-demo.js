// What a page does to have the widget. A page of yours asks its own server for the token; this one asks Refrain for one
// of the person who is signed in. For customers it needs none.
const THAI = {
  page: 'วิดเจ็ตในหน้าอื่น',
  title: 'หน้าเว็บของคุณเอง',
  crm: 'ใน CRM ของคุณ สำหรับทีมงาน',
  site: 'บนเว็บไซต์ สำหรับลูกค้า',
  what: 'ปุ่มที่มุมจอมาจากสคริปต์เดียว สิ่งที่เปิดขึ้นมาคือเฟรมของ Refrain ซึ่งหน้านี้อ่านไม่ได้และกดแทนไม่ได้',
  toggle: 'เปิดและปิดจากหน้านี้',
  heard: 'สิ่งที่วิดเจ็ตบอก',
  asking: 'กำลังถามว่าคุณคือใคร …',
  signedIn: 'เข้าสู่ระบบในชื่อ {name}',
  visitor: 'คุณเป็นผู้เยี่ยมชมของ {name}',
  signIn: 'เข้าสู่ระบบก่อน แล้วโหลดหน้านี้ใหม่',
  off: 'วิดเจ็ตของเวิร์กสเปซนี้ปิดอยู่',
  customersOff: 'วิดเจ็ตสำหรับลูกค้าของเวิร์กสเปซนี้ปิดอยู่',
  turnOn: 'เปิดใช้ในการตั้งค่า',
};
const ENGLISH = {
  asking: 'Asking who you are …',
  signedIn: 'Signed in as {name}.',
  visitor: 'You are a visitor of {name}.',
  signIn: 'Sign in first, then load this page again.',
  off: 'The widget of this workspace is off.',
  customersOff: 'The widget of this workspace is off for customers.',
  turnOn: 'Turn it on under Settings',
};
const isThai = (navigator.languages ?? [navigator.language]).map((one) => one.slice(0, 2))[0] === 'th';
const words = (key, name = '') => (isThai ? THAI : ENGLISH)[key].replace('{name}', name);
if (isThai) {
  document.documentElement.lang = 'th';
  document.title = THAI.page;
  for (const element of document.querySelectorAll('[data-say]'))
    element.textContent = THAI[element.dataset.say];
}

const state = document.getElementById('state');
const say = (text) => state.replaceChildren(text);
const link = (href, text) => {
  const element = document.createElement('a');
  element.href = href;
  element.textContent = text;
  state.append(' ', element);
};
const get = (path) => fetch(`/api/v1${path}`);
const role = new URLSearchParams(location.search).get('role') === 'customers' ? 'customers' : null;
const token = async () => (await (await get('/widget/identity')).json()).token;

async function begin() {
  say(words('asking'));
  const answer = await get('/me');
  if (!answer.ok) {
    say(words('signIn'));
    link('/', 'Refrain');
    return;
  }
  const { workspace, name } = await answer.json();
  const isThere = (await fetch(`/widget/${workspace.slug}${role ? '/visitor' : ''}`)).ok;
  if (!isThere) {
    say(words(role ? 'customersOff' : 'off'));
    link('/#/settings/widget', words('turnOn'));
    return;
  }
  window.refrainSettings = { workspace: workspace.slug, ...(role ? { role } : { token: await token() }) };
  const script = document.createElement('script');
  script.src = '/widget.js';
  script.addEventListener('load', () => {
    const { refrain } = window;
    for (const event of ['ready', 'signed-in', 'open', 'close', 'unread', 'expired'])
      refrain.on(event, (detail) => {
        const item = document.createElement('li');
        item.textContent = detail === null ? event : `${event}: ${detail}`;
        document.getElementById('events').append(item);
      });
    // An identity lasts ten minutes here; another is fetched when it is over.
    refrain.on('expired', async () => role ?? refrain.setUser({ token: await token() }));
    const toggle = document.getElementById('toggle');
    toggle.disabled = false;
    toggle.addEventListener('click', () => refrain.toggle());
    say(role ? words('visitor', workspace.name) : words('signedIn', name));
  });
  document.head.append(script);
}

begin().catch((error) => say(String(error.message ?? error)));
