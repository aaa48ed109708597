// Runs on whatever Node the machine has, before anything is installed: plain JavaScript, no dependency.
import { spawn, spawnSync } from "node:child_process";
import { constants, accessSync, existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const project = dirname(dirname(fileURLToPath(import.meta.url)));

const OLDEST_NODE = [20, 19];
const PINNED_NODE = join(
  project,
  "node_modules",
  "node",
  "bin",
  process.platform === "win32" ? "node.exe" : "node",
);

/** Checks this Node, installs what is missing or has changed, and gives the path of the pinned Node. */
export function prepare() {
  process.chdir(project);
  refuseOldNode();
  if (!isInstalled()) install();
  if (!existsSync(PINNED_NODE)) fetchPinnedNode();
  return PINNED_NODE;
}

/** One sentence for people, and the end. */
export function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** Runs a TypeScript program of the project on the pinned Node; signals are passed on, its exit code is ours. */
export function runPinned(program, args) {
  const child = spawn(PINNED_NODE, [program, ...args], {
    stdio: "inherit",
    env: { ...process.env, MAILTRIAGE_PARENT_PID: String(process.pid) },
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("error", error => fail(`The pinned Node cannot be started: ${error.message}.`));
  child.on("close", (code, signal) => process.exit(code ?? (signal === null ? 1 : 130)));
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  fail(`Mailtriage needs Node.js ${OLDEST_NODE.join(".")} or newer; this is ${process.versions.node}.`);
}

/**
 * npm notes what it installed in node_modules/.package-lock.json, last of all. What is noted there has to be
 * what the lockfile asks for; packages for other systems may be missing.
 */
function isInstalled() {
  const wanted = packagesOf("package-lock.json");
  const installed = packagesOf(join("node_modules", ".package-lock.json"));
  if (wanted === null || installed === null) return false;
  return Object.entries(wanted).every(([path, { version, optional, link }]) => {
    if (path === "" || link) return true;
    const found = installed[path];
    return found === undefined ? optional === true : found.version === version;
  });
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return null;
  }
}

function install() {
  try {
    accessSync(project, constants.W_OK);
  } catch {
    fail(`Mailtriage cannot install its packages: ${project} is not writable.`);
  }
  console.log("Installing the packages of package-lock.json; this takes a minute the first time.");
  const code = npm(["ci", "--no-audit", "--no-fund", "--loglevel=error"], project);
  if (code !== 0) fail(`The packages could not be installed (npm ci ended with ${code}).`);
}

/** npm may be set not to run install scripts; the package `node` gets its binary in one. */
function fetchPinnedNode() {
  const folder = join(project, "node_modules", "node");
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  console.log(`Fetching Node ${version}.`);
  spawnSync(process.execPath, ["installArchSpecificPackage.js"], { cwd: folder, stdio: "ignore" });
  if (!existsSync(PINNED_NODE))
    fail(`Node ${version} could not be fetched through npm; run “npm rebuild node”.`);
}

const npm = (args, cwd) =>
  spawnSync("npm", args, { cwd, stdio: "inherit", shell: process.platform === "win32" }).status ?? 1;
