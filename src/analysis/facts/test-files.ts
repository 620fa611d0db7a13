const testFolder = /(?:^|\/)(?:__mocks__|__tests__|e2e|spec|test|tests)\//u;
const testName = /[.-](?:spec|test|e2e-spec|bench|mock|stories)\.[cm]?[jt]sx?$/u;

/** Whether a file holds tests, by the names everybody gives them; folders count below the root only. */
export function isTestFile(fileName: string, root: string): boolean {
  const path = fileName.startsWith(`${root}/`) ? fileName.slice(root.length + 1) : fileName;
  return testName.test(path) || (path !== fileName && testFolder.test(path));
}
