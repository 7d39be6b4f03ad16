// Loaded before the server: the longest that its event loop computed without a break. By the thread's own processor
// time, so that others who use the machine do not count; told to whoever started it.
let longest = 0;
let before = process.threadCpuUsage();
setInterval(() => {
  const now = process.threadCpuUsage();
  longest = Math.max(longest, now.user + now.system - before.user - before.system);
  before = now;
}, 2).unref();

process.on('message', () => {
  process.send?.(longest / 1000);
  longest = 0;
});
process.channel?.unref();
