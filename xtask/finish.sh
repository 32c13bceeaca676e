#!/bin/sh
# What trunk does not know how to make, made of what it made (Trunk.toml calls this after each build).
set -eu
cd "$TRUNK_STAGING_DIR"

# `trunk serve` writes a script into the page that reloads it; there alone the policy allows one.
if grep -q TRUNK_ADDRESS index.html; then
  sed "s/script-src 'self'/& 'unsafe-inline'/" index.html > index.new
  mv index.new index.html
fi

# The same page; it behaves as an embed by its name.
cp index.html embed.html

# A frame in a sandbox may load scripts from its server, and nothing else.
for wasm in *.wasm; do
  { printf 'self.interleaveWasm = "'; base64 < "$wasm" | tr -d '\n'; printf '";\n'; } > "$wasm.js"
done
