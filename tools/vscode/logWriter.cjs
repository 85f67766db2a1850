// Stands in for VS Code's C++ log writer, which takes 15 s to build. It appends the same lines to the same files.
const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];
const nothing = () => undefined;

class Logger {
  constructor(file) {
    this.file = file;
    this.level = levels.indexOf('info');
  }
  setLevel(level) {
    this.level = level;
  }
  getLevel() {
    return this.level;
  }
  append(level, text) {
    if (level < this.level) return;
    try {
      appendFileSync(this.file, text);
    } catch (error) {
      // The data folder goes while the server ends; any other reason must be seen.
      if (error.code !== 'ENOENT') throw error;
    }
  }
}
for (const name of ['setPattern', 'clearFormatters', 'flush', 'drop', 'shutdown']) Logger.prototype[name] = nothing;
levels.forEach((name, level) => {
  Logger.prototype[name] = function write(text) {
    this.append(level, text);
  };
});

async function createLogger(_name, file) {
  mkdirSync(dirname(file), { recursive: true });
  return new Logger(file);
}

// One assignment each: VS Code imports this file as an ES module, and Node finds only such names.
exports.version = 0;
exports.Logger = Logger;
exports.createRotatingLogger = createLogger;
exports.createAsyncRotatingLogger = createLogger;
exports.setLevel = nothing;
exports.setFlushOn = nothing;
exports.shutdown = nothing;
