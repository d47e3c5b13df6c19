#!/usr/bin/env bash
# Signs CallSim.app for the hardened runtime, has Apple notarise it, and staples the ticket to it.
#
#     packaging/macos/sign.sh [build/frozen/CallSim.app]
#
# From the environment, so that nothing of it is ever in a file of the project:
#     CALLSIM_SIGN_IDENTITY    "Developer ID Application: NAME (TEAM)", as in the keychain
#     CALLSIM_NOTARY_PROFILE   name of a profile made by `xcrun notarytool store-credentials`;
#                              without it the application is signed and not notarised
# Run it between `dev.py build --frozen-only` and `dev.py build --pack-only`.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
app="${1:-$here/../../build/frozen/CallSim.app}"
identity="${CALLSIM_SIGN_IDENTITY:?is not set: the name of a Developer ID in the keychain}"

sign() {
  codesign --force --timestamp --options runtime --sign "$identity" "$@"
}

# From the inside out: a signature covers those of what is inside. `codesign --deep` is not for
# signing (it gives the entitlements to every library).
find "$app/Contents" -type f \( -name '*.dylib' -o -name '*.so' \) -print0 |
  while IFS= read -r -d '' library; do sign "$library"; done
find "$app/Contents/Frameworks" -type d -name '*.framework' -print0 |
  while IFS= read -r -d '' framework; do sign "$framework"; done
for program in callsim callsim-window; do
  sign --entitlements "$here/entitlements.plist" "$app/Contents/MacOS/$program"
done
sign --entitlements "$here/entitlements.plist" "$app"
codesign --verify --strict --deep --verbose=2 "$app"

if [ -z "${CALLSIM_NOTARY_PROFILE:-}" ]; then
  echo "Signed, not notarised (CALLSIM_NOTARY_PROFILE is not set)."
  exit 0
fi
scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT
ditto -c -k --keepParent "$app" "$scratch/CallSim.zip"
xcrun notarytool submit "$scratch/CallSim.zip" --keychain-profile "$CALLSIM_NOTARY_PROFILE" --wait
xcrun stapler staple "$app"
spctl --assess --type execute --verbose=2 "$app"
